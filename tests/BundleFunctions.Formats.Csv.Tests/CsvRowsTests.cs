using System.Text;
using BundleFunctions.Intake;

namespace BundleFunctions.Formats.Csv.Tests;

public sealed class CsvRowsTests
{
    [Fact]
    public async Task Read_QuotedFields_KeepsCommasQuotesAndLineBreaks() =>
        (await ReadAsync("a,b\n\"x,1\",\"say \"\"hi\"\"\"\n\"two\nlines\",y\nlast,5\" pipe\n")).ShouldBe(
            ["1:a|b", "2:x,1|say \"hi\"", "3:two\nlines|y", "5:last|5\" pipe"]);

    [Fact]
    public async Task Read_EmptyLinesAndCrLf_KeepTheirLineNumbers() =>
        (await ReadAsync("a,b\r\n\r\n1,2\r\n\r\n\r\n3,4")).ShouldBe(["1:a|b", "3:1|2", "6:3|4"]);

    [Fact]
    public async Task Read_RaggedRows_AreGivenAsTheyAre() =>
        (await ReadAsync("a,b\n1\n1,2,3\n1,2\n")).ShouldBe(["1:a|b", "2:1", "3:1|2|3", "4:1|2"]);

    [Fact]
    public async Task Read_QuoteThatIsNeverClosed_CostsItsLineOnly() =>
        (await ReadAsync("a,b\n1,2\n\"open,4\n5,6\n7,8\n")).ShouldBe(["1:a|b", "2:1|2", "3:malformed_csv", "4:5|6", "5:7|8"]);

    [Fact]
    public async Task Read_TwoStrayQuotes_CostTheirLinesOnly() =>
        (await ReadAsync("a,b\n\"open,2\n3,4\n5,\"6\n7,8\n")).ShouldBe(["1:a|b", "2:malformed_csv", "3:3|4", "4:malformed_csv", "5:7|8"]);

    [Fact]
    public async Task Read_StrayQuoteThatMakesARowOfTheRightWidth_CostsItsLineOnly() =>
        (await ReadAsync("a,b,c,d\n1,\"open\n3,4,5,6\n7,x,\"Lamp, \"\"large\"\"\",8\n")).ShouldBe(
            ["1:a|b|c|d", "2:malformed_csv", "3:3|4|5|6", "4:7|x|Lamp, \"large\"|8"]);

    [Fact]
    public async Task Read_LineBreakBesideAQuoteThatMeansItself_StaysOneRow() =>
        (await ReadAsync("a,b\n\"two\nlines\",5\" pipe\n3,4\n")).ShouldBe(["1:a|b", "2:two\nlines|5\" pipe", "4:3|4"]);

    [Fact]
    public async Task Read_QuoteInsideAQuotedField_CostsItsLineOnly() =>
        (await ReadAsync("a,b\n\"x\"y,2\n3,4\n")).ShouldBe(["1:a|b", "2:malformed_csv", "3:3|4"]);

    [Theory]
    [InlineData(2 * 1024 * 1024)]
    [InlineData(20 * 1024 * 1024)]
    [InlineData(IntakeLimits.RecordBytes + 1)]
    public async Task Read_LineOverTheLimit_CostsItselfOnly(int length) =>
        (await ReadAsync($"a,b\n1,2\n{new string('x', length)}\n3,4\n")).ShouldBe(["1:a|b", "2:1|2", "3:line_too_long", "4:3|4"]);

    [Fact]
    public async Task Read_LongLineAtTheEnd_IsToldOf() =>
        (await ReadAsync($"a,b\n1,2\n\"{new string('x', 2 * 1024 * 1024)}")).ShouldBe(["1:a|b", "2:1|2", "3:line_too_long"]);

    [Fact]
    public async Task Read_QuotedFieldOfManyLines_IsTakenForAStrayQuote()
    {
        var rows = await ReadAsync("a,b\n\"open,2\n" + string.Concat(Enumerable.Repeat("3,4\n", 500)) + "5,\"6\n");

        rows[1].ShouldBe("2:malformed_csv");
        rows.Count(row => row.EndsWith(":3|4", StringComparison.Ordinal)).ShouldBe(500);
    }

    [Fact]
    public async Task Read_BytesThatAreNotUtf8_CostTheirRowOnly() =>
        (await ReadAsync([.. "a,b\n"u8, 0xE9, .. ",2\n3,4\n"u8])).ShouldBe(["1:a|b", "2:not_utf8", "3:3|4"]);

    [Fact]
    public async Task Read_NoRows_GivesNothing() => (await ReadAsync(string.Empty)).ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Read_StreamInSmallPieces_GivesTheSameRows(int piece)
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{i},\"line\n{i}\"\n"));

        var rows = await ToTextAsync(new CsvRows().ReadAsync(new PieceStream(Encoding.UTF8.GetBytes(text), piece), ',', default));

        rows.Count.ShouldBe(301);
        rows[300].ShouldBe("600:299|line\n299");
    }

    private static Task<List<string>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static Task<List<string>> ReadAsync(byte[] bytes) => ToTextAsync(new CsvRows().ReadAsync(new MemoryStream(bytes), ',', default));

    private static async Task<List<string>> ToTextAsync(IAsyncEnumerable<CsvRow> rows) =>
        await rows.Select(row => $"{row.Line}:{row.Fault?.Code ?? string.Join('|', row.Fields)}").ToListAsync();

    private sealed class PieceStream(byte[] bytes, int piece) : ForwardStream
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = Math.Min(Math.Min(piece, buffer.Length), bytes.Length - _at);
            bytes.AsMemory(_at, length).CopyTo(buffer);
            _at += length;
            return ValueTask.FromResult(length);
        }
    }
}
