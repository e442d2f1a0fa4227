using BundleFunctions.Catalogue;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Catalogue;

public sealed class CatalogueIntakeTests
{
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Ingest_Products_AreFoundWithAllTheirFields()
    {
        var report = await _porch.IngestCatalogueAsync("a.json", """
            [ { "productId": "007", "title": " Camera ", "description": "Two\nlines", "categories": ["Cameras/Compact"], "brand": "Acme",
                "price": 99.90, "currency": "eur", "cost": 60, "stock": 3, "attributes": {"colour": "red", "weight": 250},
                "imageUrl": "https://example.com/a.png", "groupId": "g", "availableFrom": "2026-01-01T00:00:00Z",
                "availableTo": "2027-01-01T00:00:00Z", "discontinued": false, "requires": ["7"], "excludes": ["8"], "extra": {"a": [1]} },
              { "productId": "7", "title": "Battery", "price": 5 } ]
            """);

        (report.Status, report.Accepted, report.UnknownFields).ShouldBe((IntakeStatus.Ingested, 2, 1));
        var snapshot = (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!;
        snapshot.Id.ShouldBe(report.SnapshotId);
        var camera = snapshot.Find(Identifier.Parse<ProductId>("007"))!;
        (camera.Title, camera.Description, camera.Brand, camera.Price, camera.Currency, camera.Cost, camera.Stock, camera.GroupId)
            .ShouldBe(("Camera", "Two lines", "Acme", 99.9m, "EUR", 60m, 3, "g"));
        camera.Attributes.ShouldBe(new Dictionary<string, string> { ["colour"] = "red", ["weight"] = "250" });
        camera.Requires.ShouldBe([Identifier.Parse<ProductId>("7")]);
        camera.IsAvailable(_porch.Clock.GetUtcNow()).ShouldBeTrue();
        snapshot.Find(Identifier.Parse<ProductId>("7"))!.Currency.ShouldBe("EUR");
    }

    [Theory]
    [InlineData("\"price\":0", RejectCodes.PriceOutOfRange, "price")]
    [InlineData("\"price\":\"1,5\"", RejectCodes.PriceNotANumber, "price")]
    [InlineData("\"cost\":1", RejectCodes.FieldMissing, "price")]
    [InlineData("\"price\":1,\"stock\":-1", RejectCodes.StockOutOfRange, "stock")]
    [InlineData("\"price\":1,\"imageUrl\":\"javascript:alert(1)\"", RejectCodes.UrlInvalid, "imageUrl")]
    [InlineData("\"price\":1,\"requires\":[\" x\"]", RejectCodes.IdInvalid, "requires[0]")]
    [InlineData("\"price\":1,\"requires\":\"x\"", RejectCodes.FieldWrongType, "requires")]
    [InlineData("\"price\":1,\"discontinued\":\"no\"", RejectCodes.NotABoolean, "discontinued")]
    [InlineData("\"price\":1,\"availableFrom\":\"2026-01-02T00:00:00Z\",\"availableTo\":\"2026-01-01T00:00:00Z\"", RejectCodes.AvailabilityReversed, "availableTo")]
    public async Task Ingest_FaultyProduct_NamesCodeAndField(string fields, string code, string field)
    {
        var report = await _porch.IngestCatalogueAsync(
            "a.ndjson", $$"""{"productId":"a","title":"A","price":1}{{"\n"}}{"productId":"b","title":"B",{{fields}}}""");

        report.Accepted.ShouldBe(1);
        (await _porch.RejectsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(code), r => r.Field.ShouldBe(field), r => r.Line.ShouldBe(2));
    }

    [Fact]
    public async Task Ingest_ProductTwiceInAFile_KeepsTheLastAndCountsTheOther()
    {
        var report = await _porch.IngestCatalogueAsync("a.ndjson", Product("a", 1) + Product("a", 2) + Product("A", 3));

        (report.RecordsRead, report.Accepted, report.Duplicates).ShouldBe((3, 2, 1));
        (await PricesAsync(_porch)).ShouldBe("A=3 a=2");
    }

    [Fact]
    public async Task Ingest_FilesDeliveredInAnyOrder_NewestSourceWins()
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        foreach (var order in orders)
        {
            var porch = new Porch(new JsonOnly());
            string[] files = [Product("a", 1) + Product("b", 1), Product("a", 2), Product("a", 1) + Product("c", 3)];
            for (var i = 0; i < files.Length; i++)
            {
                await porch.DropAsync(Porch.RawCatalogue($"{i}.ndjson"), files[i]);
                porch.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            foreach (var i in order)
            {
                await porch.Catalogue().IngestAsync(Porch.RawCatalogue($"{i}.ndjson"), default);
            }

            (await PricesAsync(porch)).ShouldBe("a=1 b=1 c=3", string.Join(',', order));
        }
    }

    [Fact]
    public async Task Ingest_ManyFilesAtOnceAndAgain_LosesNone()
    {
        var names = Enumerable.Range(0, 30).Select(i => Porch.RawCatalogue($"{i}.ndjson")).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            await _porch.DropAsync(names[i], Product($"p{i}", i + 1));
        }

        await Task.WhenAll(names.Concat(names).Select(name => Task.Run(() => _porch.Catalogue().IngestAsync(name, default))));
        var before = await _porch.FingerprintAsync(BlobLayout.Snapshots);
        var again = await _porch.Catalogue().IngestAsync(names[3], default);

        (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Products.Count.ShouldBe(30);
        (again.Status, again.Duplicates).ShouldBe((IntakeStatus.AlreadyIngested, 1));
        (await _porch.FingerprintAsync(BlobLayout.Snapshots)).ShouldBe(before);
    }

    [Fact]
    public async Task Derived_FromEvents_HasTheUsualTitleAndTheLowerMedianPrice()
    {
        await _porch.IngestAsync("a.ndjson", Core.Tests.Intake.Lines.Join(
        [
            Buy("a", 1, "Lamp"), Buy("a", 9, "lamp!"), Buy("a", 3, "Lamp"), Buy("a", 2, "Lamp"),
            Buy("b", 0, "Free"), Buy("c", 7, null),
        ]));

        var derived = await DerivedCatalogue.FromAsync(
            new BundleFunctions.Lake.LakeReader(_porch.Blobs).ReadAsync(Porch.Shop, default), "GBP", default);
        (await new DerivedCatalogueWriter(_porch.Blobs).WriteAsync(Porch.Shop, derived, default)).ShouldBeTrue();

        (await PricesAsync(_porch)).ShouldBe("a=2 c=7");
        var read = (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!;
        (read.IsDerived, read.Id, read.Products[0].Title, read.Products[1].Title, read.Products[0].Currency)
            .ShouldBe((true, derived.Id, "Lamp", "c", "GBP"));

        await _porch.IngestCatalogueAsync("own.ndjson", Product("own", 5));
        (await PricesAsync(_porch)).ShouldBe("own=5");
        (await new DerivedCatalogueWriter(_porch.Blobs).WriteAsync(Porch.Shop, derived, default)).ShouldBeFalse();
        (await PricesAsync(_porch)).ShouldBe("own=5");
    }

    private static string Buy(string product, decimal price, string? title) =>
        $$"""{"type":"purchase","occurredAt":"2026-02-01T10:00:00Z","orderId":"{{product}}{{price}}","items":[{"productId":"{{product}}","unitPrice":{{price}}{{(title is null ? "" : $",\"title\":\"{title}\"")}}}]}""";

    private static string Product(string id, decimal price) => $$"""{"productId":"{{id}}","title":"T","price":{{price}}}""" + "\n";

    private static async Task<string> PricesAsync(Porch porch) => string.Join(
        ' ', (await new CatalogueReader(porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Products.Select(p => $"{p.ProductId}={p.Price}"));
}
