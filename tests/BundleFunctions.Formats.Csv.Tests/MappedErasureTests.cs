using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>A person's records in files that are read by a map: found by what the map makes of them, for their ids are too common to be looked for as texts.</summary>
public sealed class MappedErasureTests
{
    [Theory]
    [InlineData("ga4", """
        {"event_timestamp":"1769940001000000","event_name":"view_item","user_pseudo_id":"77","items":[{"item_id":"1"}]}
        {"event_timestamp":"1769940001000000","event_name":"page_view","user_pseudo_id":"77"}
        {broken
        {"event_timestamp":"1769940001000000","event_name":"view_item","user_pseudo_id":"78","items":[{"item_id":"77"}]}
        """)]
    [InlineData("product-recommendations", """
        77,1,2015-08-14T11:02:52,Click
        77,1,2015-08-14T11:02:52,Stolen
        78,1,2015-08-14T11:02:52,Click
        78,77,2015-08-14T11:02:52,Click
        """)]
    public async Task Run_FileOfAnotherSystem_TakesOutHersAndNobodyElses(string map, string file)
    {
        var clock = new ManualClock();
        var shop = new ErasureShop(new InMemoryBlobStore(clock), new InMemoryDocumentStore(clock), new CsvRows(), clock);
        await new ShopDirectory(shop.Blobs).SaveSettingsAsync(ErasureShop.Id, new ShopSettings { EventMap = map }, default);
        await shop.IngestAsync("a", Encoding.UTF8.GetBytes(file));

        var person = new PersonIdentifiers { UserIds = ["77"], VisitorIds = ["77"] };
        await shop.Eraser().RequestAsync(ErasureShop.Id, person, RawFiles.Rewrite, "test", default);
        (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem().Fault.ShouldBeNull();

        await using var blob = await shop.Blobs.OpenAsync(new BlobName(BlobLayout.Events, "demo/a"), default);
        using var reader = new StreamReader(blob!.Content);
        (await reader.ReadToEndAsync()).Split('\n')[..4].ShouldBe(["", "", .. file.Split('\n')[2..4]]);
    }
}
