using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>Maps that a shop makes itself.</summary>
public sealed class OwnMapTests
{
    private readonly Porch _porch = new(new CsvRows());

    [Fact]
    public async Task Ingest_SemicolonsDecimalCommasAndSplitItems_AreRead()
    {
        await SaveAsync("""
            {
              // Orders of an old till: one row an order.
              "name": "till", "decimalComma": true, "empty": ["NULL"],
              "columns": { "orderId": "Beleg", "occurredAt": "Datum", "productId": "Artikel", "quantity": "Menge", "unitPrice": "Preis", "userId": "Kunde" },
              "optional": ["userId"],
              "constants": { "type": "purchase", "currency": "EUR" },
              "items": { "split": "/" },
              "time": { "formats": ["dd.MM.yyyy HH:mm"], "zone": "Europe/Berlin" },
              "refunds": { "column": "Art", "oneOf": ["storno"], "quantities": "either" },
              "leaveOut": [ { "column": "Art", "oneOf": ["training"], "code": "till_training", "reason": "Expected no order of a till in training." } ],
              "ignored": ["Art"],
            }
            """);

        var report = await _porch.IngestAsync("a.txt", """
            Beleg;Datum;Artikel;Menge;Preis;Kunde;Art
            1;01.07.2025 10:00;a/b/c;1/2/3;1.005,50/2,5/3;NULL;verkauf
            2;01.07.2025 10:01;a/b;4;2,5;k;storno
            3;01.07.2025 10:02;a;-1;2,5;k;STORNO
            4;01.07.2025 10:03;a/b;1/2/3;2,5;k;verkauf
            5;01.07.2025 10:04;a;1;2,5;k;training
            """);

        var text = new GoldenText();
        (await _porch.EventsAsync()).Select(text.Of).ShouldBe([
            "2025-07-01T08:00:00Z purchase order#1 EUR [a x1 @1005.5] [b x2 @2.5] [c x3 @3]",
            "2025-07-01T08:01:00Z refund user#1 order#2 EUR [a x4 @2.5] [b x4 @2.5]",
            "2025-07-01T08:02:00Z refund user#1 order#3 EUR [a x1 @2.5]",
        ]);
        (await _porch.RejectsAsync()).Select(GoldenText.Of).ShouldBe(["! 5 Menge uneven_items 1/2/3"]);
        report.Rejected.ShouldBe(new Dictionary<string, long> { ["till_training"] = 1, [RejectCodes.UnevenItems] = 1 }, ignoreOrder: true);
        (report.RecordsRead, report.Accepted, report.UnknownFields).ShouldBe((5, 3, 0));
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("""{"name":"m","colums":{}}""", "colums")]
    [InlineData("""{"name":"m","columns":{"colour":"c"}}""", "colour")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t"}}""", "expected type")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t","type":"e"}}""", "visitorId")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t","userId":"u"},"constants":{"type":"bought"}}""", "'bought' is no event type")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t","userId":"u","type":"e"},"time":{"formats":["tomorrow"]}}""", "'tomorrow' is no format")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t","userId":"u","type":"e"},"time":{"formats":["iso"],"zone":"Moon"}}""", "'Moon' is no time zone")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t","userId":"u","type":"e"},"refuse":[{"column":"p","code":"x","reason":"r"}]}""", "$.refuse[0]")]
    [InlineData("""{"name":"m","columns":{"productId":"p","occurredAt":"t","userId":"u","type":"e"},"items":{}}""", "$.items")]
    [InlineData("""{"name":"m","formats":["json"],"columns":{"productId":"p[","occurredAt":"t","userId":"u","type":"e"}}""", "'p[' is no path")]
    public async Task Ingest_MapThatCannotBeUsed_RefusesFilesUntilItIsMended(string map, string fault)
    {
        Should.Throw<InvalidMapException>(() => new ShopMaps(_porch.Blobs).SaveEventMapAsync(Porch.Shop, Encoding.UTF8.GetBytes(map), default))
            .Message.ShouldContain(fault);

        // One that was written past the check is found at the next file.
        await _porch.DropAsync(BlobLayout.ShopEventMap(Porch.Shop), map);
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = ImportMaps.Own });
        var report = await _porch.IngestAsync("a.csv", "p,t,u,e\n1,2026-02-01T10:00:00Z,u,view\n");

        report.Rejected.Keys.ShouldBe([RejectCodes.ImportMapInvalid]);
        report.Warnings.ShouldHaveSingleItem().ShouldContain(fault);

        await SaveAsync("""{"name":"m","columns":{"productId":"p","occurredAt":"t","userId":"u","type":"e"}}""");
        (await _porch.Intake().IngestAsync(Porch.Raw("a.csv"), default)).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Ingest_OwnMapThatIsNotThere_IsRefusedWithItsPlace()
    {
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = ImportMaps.Own });

        var report = await _porch.IngestAsync("a.csv", "p\n1\n");

        report.Rejected.Keys.ShouldBe([RejectCodes.UnknownImportMap]);
        report.Warnings.Single().ShouldContain("settings/acme.map.json");
    }

    [Fact]
    public async Task Ingest_JsonOfAShopWhoseMapIsForCsv_IsInOurOwnSchema()
    {
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = "online-retail" });

        var report = await _porch.IngestAsync("a.ndjson", """{"type":"view","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v","items":[{"productId":"p"}]}""");

        report.Accepted.ShouldBe(1);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Ingest_OwnSchemaWithAnotherSeparator_IsFoundOut(string separator)
    {
        var csv = "type,occurredAt,userId,productId,title\nview,2026-02-01T10:00:00Z,u,p,'a'\n".Replace(",", separator, StringComparison.Ordinal);

        (await _porch.IngestAsync("a.csv", "\uFEFF" + csv)).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Ingest_Parquet_IsRefusedWithTheWayOut()
    {
        var report = await _porch.IngestAsync("a.ndjson", "PAR1....PAR1");

        report.Rejected.Keys.ShouldBe([RejectCodes.ParquetNotSupported]);
        report.Warnings.Single().ShouldContain("NDJSON");
    }

    private async Task SaveAsync(string map)
    {
        await new ShopMaps(_porch.Blobs).SaveEventMapAsync(Porch.Shop, Encoding.UTF8.GetBytes(map), default);
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = ImportMaps.Own });
    }
}
