using System.Text;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Intake;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>Bytes that are no UTF-8, and text that is no identifier: refused with the reason, never mended into another identifier.</summary>
public sealed class EncodingTests
{
    private const string Json = """{"eventId":"@","type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":"u","items":[{"productId":"p@"}]}""";
    private const string Csv = "eventId,type,occurredAt,userId,productId\n1,view,2026-02-01T10:00:00Z,u,p1\n@,view,2026-02-01T10:00:00Z,u,p@\n";
    private readonly Porch _porch = new(new CsvRows());

    public static TheoryData<string, byte[], string> Bad() => new()
    {
        { "Latin-1", [0xE9], RejectCodes.NotUtf8 },
        { "overlong slash", [0xC0, 0xAF], RejectCodes.NotUtf8 },
        { "overlong NUL", [0xC0, 0x80], RejectCodes.NotUtf8 },
        { "lone surrogate as bytes", [0xED, 0xA0, 0x80], RejectCodes.NotUtf8 },
        { "beyond Unicode", [0xF4, 0x90, 0x80, 0x80], RejectCodes.NotUtf8 },
        { "cut in the middle", [0xE2, 0x82], RejectCodes.NotUtf8 },
        { "stray continuation", [0x80], RejectCodes.NotUtf8 },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Ingest_BytesThatAreNoUtf8InAnId_RefuseThatRecordInEveryFormat(string what, byte[] bad, string code)
    {
        (await _porch.IngestAsync("a.ndjson", [.. With(Json, "x"u8), (byte)'\n', .. With(Json, bad)])).Rejected.ShouldBe(One(code), what);
        (await _porch.IngestAsync("a.json", [(byte)'[', .. With(Json, "y"u8), (byte)',', .. With(Json, bad), (byte)']'])).Rejected.ShouldBe(One(code), what);
        (await _porch.IngestAsync("a.csv", With(Csv, bad))).Rejected.ShouldBe(One(code), what);

        (await _porch.EventsAsync()).Select(e => e.EventId.Value).Order(StringComparer.Ordinal).ShouldBe(["1", "x", "y"], ignoreOrder: false, customMessage: what);
    }

    [Theory]
    [InlineData("\\u0000", RejectCodes.IdInvalid)]
    [InlineData("\\ud800", RejectCodes.TextInvalid)]
    [InlineData("\\udc00\\ud800", RejectCodes.TextInvalid)]
    [InlineData("\u0000", RejectCodes.MalformedJson)]
    [InlineData("\\u0085", RejectCodes.IdInvalid)]
    [InlineData(" ", RejectCodes.IdInvalid)]
    public async Task Ingest_TextThatIsNoId_RefusesThatRecord(string text, string code)
    {
        var report = await _porch.IngestAsync("a.ndjson", [.. With(Json, "x"u8), (byte)'\n', .. With(Json, Encoding.UTF8.GetBytes(text))]);

        report.Rejected.ShouldBe(One(code));
        (await _porch.EventsAsync()).ShouldHaveSingleItem().EventId.Value.ShouldBe("x");
    }

    [Fact]
    public async Task Ingest_NulInACsvId_RefusesThatRow()
    {
        (await _porch.IngestAsync("a.csv", With(Csv, [0]))).Rejected.ShouldBe(One(RejectCodes.IdInvalid));

        (await _porch.EventsAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("é")]
    [InlineData("e\u0301")]
    [InlineData("ﬁ")]
    [InlineData("\u200b")]
    [InlineData("\ud83d\ude00")]
    [InlineData("00７")]
    [InlineData("Ａ")]
    public async Task Ingest_UnusualIds_ComeOutAsTheyWentIn(string text)
    {
        await _porch.IngestAsync("a.ndjson", With(Json, Encoding.UTF8.GetBytes(text)));

        var found = (await _porch.EventsAsync()).ShouldHaveSingleItem();
        (found.EventId.Value, found.Items[0].ProductId.Value).ShouldBe((text, $"p{text}"));
    }

    [Fact]
    public async Task Ingest_Utf16AndUtf32_AreRefusedWithTheReason()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true)])
        {
            foreach (var text in (string[])[Json, Csv])
            {
                var marked = await _porch.IngestAsync("marked", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
                var bare = await _porch.IngestAsync("bare", encoding.GetBytes(text));

                marked.Rejected.Keys.ShouldBe([RejectCodes.EncodingNotUtf8], encoding.EncodingName);
                bare.Rejected.Keys.ShouldBe([RejectCodes.EncodingNotUtf8], encoding.EncodingName);
                marked.Warnings.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public async Task Ingest_ByteOrderMarkInTheMiddle_CostsItsLineAtMost()
    {
        byte[] two = [0xEF, 0xBB, 0xBF, .. With(Json, "1"u8), (byte)'\n', 0xEF, 0xBB, 0xBF, .. With(Json, "2"u8), (byte)'\n', .. With(Json, "3"u8)];

        var report = await _porch.IngestAsync("joined.ndjson", two);

        report.RecordsRead.ShouldBe(3);
        (await _porch.EventsAsync()).Select(e => e.EventId.Value).ShouldBe(["1", "3"]);
        (await _porch.RejectsAsync()).ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    private static byte[] With(string text, ReadOnlySpan<byte> bytes)
    {
        using var output = new MemoryStream();
        var parts = text.Split('@');
        for (var i = 0; i < parts.Length; i++)
        {
            output.Write(i == 0 ? [] : bytes);
            output.Write(Encoding.UTF8.GetBytes(parts[i]));
        }

        return output.ToArray();
    }

    private static Dictionary<string, long> One(string code) => new(StringComparer.Ordinal) { [code] = 1 };
}
