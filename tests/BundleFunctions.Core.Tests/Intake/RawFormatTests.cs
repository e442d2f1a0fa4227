using System.IO.Compression;
using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

public sealed class RawFormatTests
{
    private static readonly byte[] ThreeLines = Encoding.UTF8.GetBytes(Lines.Join([Lines.Purchase(1), Lines.Purchase(2), Lines.Purchase(3)]));
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Ingest_GzipUnderAnyName_IsUnfolded() =>
        (await _porch.IngestAsync("misnamed.csv", Gzip(ThreeLines))).Accepted.ShouldBe(3);

    [Fact]
    public async Task Ingest_PlainTextNamedGzip_IsRead() =>
        (await _porch.IngestAsync("plain.ndjson.gz", ThreeLines)).Accepted.ShouldBe(3);

    [Fact]
    public async Task Ingest_GzipOfManyMembers_IsReadWhole() =>
        (await _porch.IngestAsync("a.gz", [.. Gzip(ThreeLines), .. Gzip(Encoding.UTF8.GetBytes(Lines.Purchase(4)))])).Accepted.ShouldBe(4);

    [Fact]
    public async Task Ingest_GzipCutShort_IsRefusedWhole()
    {
        var many = Gzip(Encoding.UTF8.GetBytes(Lines.Join(Enumerable.Range(0, 20_000).Select(i => Lines.Purchase(i, i % 1440)))));

        await ShouldBeRefusedAsync(many[..(many.Length / 2)], RejectCodes.GzipCorrupt);
    }

    [Fact]
    public async Task Ingest_GzipWithoutItsLastBytes_IsRefusedWhole() =>
        await ShouldBeRefusedAsync(Gzip(ThreeLines)[..^4], RejectCodes.GzipCorrupt);

    [Fact]
    public async Task Ingest_GzipWithWrongChecksum_IsRefusedWhole()
    {
        var wrong = Gzip(ThreeLines);
        wrong[^6] ^= 0xFF;

        await ShouldBeRefusedAsync(wrong, RejectCodes.GzipCorrupt);
    }

    [Fact]
    public async Task Ingest_GzipBomb_IsRefused()
    {
        var blanks = new byte[40 * 1024 * 1024];
        Array.Fill(blanks, (byte)' ');

        await ShouldBeRefusedAsync(Gzip(blanks, CompressionLevel.SmallestSize), RejectCodes.GzipTooLarge);
    }

    [Fact]
    public async Task Ingest_GzipInGzip_IsRefused() => await ShouldBeRefusedAsync(Gzip(Gzip(ThreeLines)), RejectCodes.GzipNested);

    [Fact]
    public async Task Ingest_Utf16_IsRefused()
    {
        await ShouldBeRefusedAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")], RejectCodes.EncodingNotUtf8);
        await ShouldBeRefusedAsync(Encoding.Unicode.GetBytes("{}"), RejectCodes.EncodingNotUtf8);
    }

    [Fact]
    public async Task Ingest_JsonArray_LosesOnlyItsBadElements()
    {
        var array = $"\uFEFF [\r\n{Lines.Purchase(1)},\n 5, \"a,]\", null,\n{{\"type\":\"purchase\", \"x\": \"open\n}},\n"
            + Lines.Purchase(2).Replace(",", ",\n", StringComparison.Ordinal).Replace("p2", "]}\\\"{[", StringComparison.Ordinal) + "\n]\n";

        var report = await _porch.IngestAsync("a.json", array);

        (report.RecordsRead, report.Accepted).ShouldBe((6, 2));
        (await _porch.RejectsAsync()).Select(r => (r.Line, r.Code)).ShouldBe([
            (3, RejectCodes.NotAnObject), (3, RejectCodes.NotAnObject), (3, RejectCodes.NotAnObject), (4, RejectCodes.MalformedJson)]);
        (await _porch.EventsAsync()).Select(e => e.Items[0].ProductId.Value).Order(StringComparer.Ordinal).ShouldBe(["]}\"{[", "p1"]);
    }

    [Fact]
    public async Task Ingest_JsonArrayWithAnOverlongElement_GoesOnAfterIt()
    {
        var huge = $"{{\"x\":[\"{new string('x', 3 * 1024 * 1024)}\"]}}";

        var report = await _porch.IngestAsync("a.json", $"[{Lines.Purchase(1)},{huge},{Lines.Purchase(2)}]");

        report.Accepted.ShouldBe(2);
        report.Rejected.Keys.ShouldBe([RejectCodes.LineTooLong]);
    }

    [Theory]
    [InlineData("[{\"a\":1},")]
    [InlineData("[{\"a\":1}")]
    [InlineData("[{\"a\":1}] []")]
    [InlineData("[}]")]
    [InlineData("[{\"a\":1}}]")]
    public async Task Ingest_BrokenArray_IsRefusedWhole(string array) =>
        await ShouldBeRefusedAsync(Encoding.UTF8.GetBytes(array), RejectCodes.JsonArrayBroken);

    private async Task ShouldBeRefusedAsync(byte[] content, string code)
    {
        var report = await _porch.IngestAsync("refused", content);

        report.Status.ShouldBe(IntakeStatus.Refused);
        report.Rejected.ShouldBe(new Dictionary<string, long> { [code] = 1 });
        (await _porch.StateAsync(BlobLayout.Lake)).ShouldBeEmpty();
        (await _porch.RejectsAsync()).ShouldContain(r => r.Code == code);
        (await _porch.Intake().IngestAsync(Porch.Raw("refused"), default)).Status.ShouldBe(IntakeStatus.Refused);
    }

    private static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var folded = new MemoryStream();
        using (var gzip = new GZipStream(folded, level))
        {
            gzip.Write(content);
        }

        return folded.ToArray();
    }
}
