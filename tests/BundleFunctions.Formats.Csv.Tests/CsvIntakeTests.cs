using BundleFunctions.Catalogue;
using BundleFunctions.Intake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

public sealed class CsvIntakeTests
{
    private readonly Porch _porch = new(new CsvRows());

    [Fact]
    public async Task Ingest_OwnSchema_ReadsItsColumnsInAnyOrder()
    {
        var report = await _porch.IngestAsync("a.csv", """
            occurredAt,type,userId,productId,quantity,unitPrice,currency,consentPersonalization,colour
            2026-02-01T10:00:00Z,purchase,u,007,2,5.50,EUR,true,red
            2026-02-01T10:00:00Z,purchase,u,7,2,"5,50",EUR,true,red
            2026-02-01T10:00:00Z,purchase,u,7
            2026-02-01T10:00:00Z,search,u,,,,,,
            2026-02-01T10:00:00Z,purchase,u,7,x,5,EUR,true,red
            """);

        (report.RecordsRead, report.Accepted, report.UnknownFields).ShouldBe((5, 1, 1));
        (await _porch.RejectsAsync()).Select(r => (r.Line, r.Field, r.Code)).ShouldBe([
            (3L, "unitPrice", RejectCodes.PriceNotANumber),
            (4L, null, RejectCodes.WrongFieldCount),
            (5L, "query", RejectCodes.FieldMissing),
            (6L, "quantity", RejectCodes.QuantityNotWhole)]);
        var found = (await _porch.EventsAsync()).Single();
        found.Items.Single().ShouldBe(new EventItem(Identifier.Parse<ProductId>("007"), 2, 5.5m));
        found.Consent.ShouldBe(new Consent(Personalization: true, Analytics: false));
    }

    [Fact]
    public async Task Ingest_HeaderWithoutWhatEveryRowNeeds_IsRefused()
    {
        var report = await _porch.IngestAsync("a.csv", "a,b\n1,2\n");

        report.Rejected.Keys.ShouldBe([RejectCodes.MissingColumn]);
        report.Warnings.Single().ShouldContain("type");
    }

    [Fact]
    public async Task Ingest_OnlineRetail_MapsPurchasesRefundsAndRefusals()
    {
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = "online-retail" });

        var report = await _porch.IngestAsync("2011-07-01.csv", """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,"WHITE HANGING HEART, T-LIGHT HOLDER ",6,2011-07-01 08:26:00,2.55,17850.0,United Kingdom
            536365,85123A,"WHITE HANGING HEART, T-LIGHT HOLDER ",6,2011-07-01 08:26:00,2.55,17850.0,United Kingdom
            C536379,22632,HAND WARMER,-2,2011-12-01 09:41:00,2.1,,United Kingdom
            536370,POST,POSTAGE,3,2011-07-01 08:45:00,18.0,12583.0,France
            536371,22086,BAD COUNT,-3,2011-07-01 08:45:00,1,1,France
            536372,22087,FREE,3,2011-07-01 08:45:00,0.0,1,France
            536373,22088,TIME,3,1 July,1,1,France
            C536374,22089,BOTH,3,2011-07-01 08:45:00,1,1,France
            """);

        (report.Accepted, report.Duplicates).ShouldBe((2, 1));
        report.Rejected.ShouldBe(
            new Dictionary<string, long>
            {
                ["pseudo_product"] = 1,
                ["price_not_positive"] = 1,
                [RejectCodes.QuantityOutOfRange] = 2,
                [RejectCodes.TimeInvalid] = 1,
            },
            ignoreOrder: true);
        (await _porch.RejectsAsync()).Select(r => r.Field).ShouldBe(["StockCode", "Quantity", "UnitPrice", "InvoiceDate", "Quantity"]);
        var events = await _porch.EventsAsync();
        (events[0].Type, events[0].Currency, events[0].Items[0].Title).ShouldBe((EventType.Purchase, "GBP", "WHITE HANGING HEART, T-LIGHT HOLDER"));
        events[0].User.ShouldBe(Porch.Pseudonymizer.Create(Security.PseudonymKind.User, Porch.Shop, "17850"));
        events[0].OccurredAt.ShouldBe(new DateTimeOffset(2011, 7, 1, 7, 26, 0, TimeSpan.Zero), "July is British Summer Time");
        (events[1].Type, events[1].Items[0].Quantity, events[1].User).ShouldBe((EventType.Refund, 2, null));
        events[1].Order.ShouldBe(Porch.Pseudonymizer.Create(Security.PseudonymKind.Order, Porch.Shop, "C536379"));
    }

    [Fact]
    public async Task Ingest_ProductsAsCsv_HaveListsAndAttributes()
    {
        var report = await _porch.IngestCatalogueAsync("p.csv", """
            productId,title,price,categories,attributes.colour,requires,description
            a,A,1.50,Cameras/Compact|Gifts,red,b|c,"two
            lines"
            b,B,,,,,
            """);

        (report.Accepted, report.Rejected.Keys.Single()).ShouldBe((1, RejectCodes.FieldMissing));
        var product = (await new CatalogueReader(_porch.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Products.Single();
        (product.Price, product.Attributes["colour"], product.Description).ShouldBe((1.5m, "red", "two lines"));
        product.Categories.ShouldBe(["Cameras/Compact", "Gifts"]);
        product.Requires.Count.ShouldBe(2);
    }
}
