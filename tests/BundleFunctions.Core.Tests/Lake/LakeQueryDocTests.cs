using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Lake;

/// <summary>The query of <c>docs/scale.md</c>, run as it stands over a lake that intake wrote and merges have half merged.</summary>
public sealed class LakeQueryDocTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lake");

    [DuckDbFact]
    public async Task Query_OfTheDocument_CountsThePairsThatTheEventsHold()
    {
        var porch = new Porch(new JsonOnly());
        var events = LakeEvents.Make(3000, seed: 11).Where(shopEvent => shopEvent.Items.Count > 0).ToList();
        var lines = events.Select(Line).ToArray();
        await porch.IngestAsync("a.ndjson", Lines.Join(lines[..1500]));
        await new BundleFunctions.Lake.LakeCompactor(porch.Blobs, porch.Clock).CompactAllAsync(Porch.Shop, TimeSpan.FromDays(1), default);

        // Again in another file, with more: files of replaced parts lie there as well.
        await porch.IngestAsync("b.ndjson", Lines.Join(lines[1000..]));
        await SaveAsync(porch);

        var rows = await DuckDb.QueryAsync(Query().Replace("lake/SHOP", $"{_folder.FullName}/{Porch.Shop}", StringComparison.Ordinal));

        rows.Select(row => $"{row.GetProperty("anchor")} {row.GetProperty("other")} {row.GetProperty("orders")}").ShouldBe(Pairs(events));
        rows.Count.ShouldBeGreaterThan(20);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Twenty products only, so that pairs come up often enough.
    private static string Line(ShopEvent shopEvent) =>
        $$"""{"eventId":"{{shopEvent.EventId}}","type":"{{Type(shopEvent)}}","occurredAt":"{{shopEvent.OccurredAt:O}}","visitorId":"v","items":[{{string.Join(',', Products(shopEvent).Select(product => $$"""{"productId":"{{product}}","unitPrice":1.5}"""))}}]}""";

    private static string Type(ShopEvent shopEvent) => shopEvent.Type == EventType.View ? "view" : "purchase";

    private static IEnumerable<string> Products(ShopEvent shopEvent) =>
        shopEvent.Items.Select(item => $"p{int.Parse(item.ProductId.Value[1..], System.Globalization.CultureInfo.InvariantCulture) % 20}").Distinct();

    private static IEnumerable<string> Pairs(List<ShopEvent> events) =>
        from shopEvent in events
        where Type(shopEvent) == "purchase"
        from a in Products(shopEvent)
        from b in Products(shopEvent)
        where string.CompareOrdinal(a, b) < 0
        group shopEvent by (a, b) into pair
        where pair.Count() >= 5
        orderby pair.Key.a, pair.Key.b
        select $"{pair.Key.a} {pair.Key.b} {pair.Count()}";

    private static string Query()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "scale.md")).ReplaceLineEndings("\n");
        const string Start = "```sql\n-- DuckDB\n";
        var start = document.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private async Task SaveAsync(Porch porch)
    {
        foreach (var (name, bytes) in await porch.StateAsync(BlobLayout.Lake))
        {
            BlobName.TryParse(name, out var blob).ShouldBeTrue();
            var path = Path.Combine(_folder.FullName, blob.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes);
        }
    }
}
