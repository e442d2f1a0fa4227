using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

public sealed class CsvErasureTests
{
    [Fact]
    public async Task Run_CsvWithQuotedLinesAndBrokenRows_TakesOutHersAndKeepsEveryOtherByte()
    {
        var clock = new ManualClock();
        var shop = new ErasureShop(new InMemoryBlobStore(clock), new InMemoryDocumentStore(clock), new CsvRows(), clock);
        await shop.OpenAsync(withCsv: true);
        var before = await ReadAsync(shop);

        await shop.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Rewrite, "test", default);
        var status = (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem();

        status.Fault.ShouldBeNull();
        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty();
        var after = await ReadAsync(shop);
        after.Length.ShouldBe(before.Length, "lines keep their numbers");
        after.Where(line => line.Length > 0).ShouldBe(before.Where((_, i) => i is 0 or 1 or 2 or 7).Where(line => line.Length > 0));

        // Intake finds in the rewritten file what it found of the others before: one good row, and one with a line end in a text.
        var again = await shop.IngestAsync("again.csv", Encoding.UTF8.GetBytes(string.Join('\n', after)));
        again.Accepted.ShouldBe(1);
        again.Rejected.ShouldHaveSingleItem().Key.ShouldBe("text_invalid");
    }

    private static async Task<string[]> ReadAsync(ErasureShop shop)
    {
        await using var blob = await shop.Blobs.OpenAsync(new BlobName(BlobLayout.Events, "demo/table.csv"), default);
        using var reader = new StreamReader(blob!.Content);
        return (await reader.ReadToEndAsync()).Split('\n');
    }
}
