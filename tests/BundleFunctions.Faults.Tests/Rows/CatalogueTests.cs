using BundleFunctions.Catalogue;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Testing;

namespace BundleFunctions.Faults.Tests.Rows;

/// <summary>Products that events know and the catalogue does not, and products that are almost the same.</summary>
public sealed class CatalogueTests
{
    private readonly Porch _porch = new(new CsvRows());

    [Theory]
    [InlineData("007", "7")]
    [InlineData("a", "A")]
    [InlineData("é", "e\u0301")]
    [InlineData("1", "1.0")]
    [InlineData("x", "x\u200b")]
    public async Task Ingest_IdsThatAreAlmostTheSame_StayTwoProductsInEventsAndCatalogue(string one, string other)
    {
        await _porch.IngestCatalogueAsync("p.ndjson", Product(one, 1) + Product(other, 2));
        await _porch.IngestAsync("e.ndjson", Buy("o1", one) + Buy("o2", other));

        var snapshot = (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!;
        snapshot.Products.Count.ShouldBe(2);
        (await _porch.EventsAsync()).Select(e => snapshot.Find(e.Items[0].ProductId)!.Price).Order().ShouldBe([1m, 2m]);
    }

    [Fact]
    public async Task Ingest_ANumberAndItsText_AreOneId()
    {
        await _porch.IngestCatalogueAsync("p.ndjson", """{"productId":7,"title":"T","price":1}""" + "\n" + Product("7", 2) + Product("07", 3));

        var snapshot = (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!;
        string.Join(' ', snapshot.Products.Select(p => $"{p.ProductId}={p.Price}")).ShouldBe("07=3 7=2");
    }

    [Fact]
    public async Task Ingest_ProductRenamedDeletedAndComeAgain_FollowsTheNewestFile()
    {
        await _porch.IngestCatalogueAsync("1.ndjson", Product("a", 1) + Product("b", 1));
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        await _porch.IngestCatalogueAsync("2.ndjson", """{"productId":"a","title":"New name","price":2,"discontinued":true}""" + "\n" + Product("a2", 2));
        var now = _porch.Clock.GetUtcNow();
        var second = (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!;
        (second.Find(Id("a"))!.Title, second.Find(Id("a"))!.IsAvailable(now), second.Find(Id("a2"))!.IsAvailable(now)).ShouldBe(("New name", false, true));

        // The old file again, late: the newer one stays.
        await _porch.Catalogue().IngestAsync(Porch.RawCatalogue("1.ndjson"), default);
        (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Id.ShouldBe(second.Id);
        _porch.Clock.Advance(TimeSpan.FromMinutes(1));
        await _porch.IngestCatalogueAsync("3.ndjson", Product("a", 3));
        (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Find(Id("a"))!.IsAvailable(now).ShouldBeTrue();
    }

    [Fact]
    public async Task Ingest_EventsOfProductsThatComeLater_AreThereWhenTheProductIs()
    {
        (await _porch.IngestAsync("e.ndjson", Buy("o1", "late"))).Accepted.ShouldBe(1);
        await _porch.IngestCatalogueAsync("1.ndjson", Product("a", 1));
        (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Find(Id("late")).ShouldBeNull();

        await _porch.IngestCatalogueAsync("2.ndjson", Product("late", 5));

        var bought = (await _porch.EventsAsync()).Single().Items[0].ProductId;
        (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Find(bought)!.Price.ShouldBe(5m);
    }

    private static ProductId Id(string id) => Identifier.Parse<ProductId>(id);

    private static string Product(string id, int price) => $$"""{"productId":"{{id}}","title":"T","price":{{price}}}""" + "\n";

    private static string Buy(string order, string product) =>
        $$"""{"type":"purchase","occurredAt":"2026-02-01T10:00:00Z","orderId":"{{order}}","items":[{"productId":"{{product}}"}]}""" + "\n";
}
