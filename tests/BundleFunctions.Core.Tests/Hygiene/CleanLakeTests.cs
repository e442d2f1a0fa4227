using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Hygiene;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Hygiene;

public sealed class CleanLakeTests
{
    private static readonly string[] Files =
    [
        """
        {"type":"view","occurredAt":"2026-01-01T10:00:00Z","visitorId":"v1","userAgent":"examplebot","items":[{"productId":"p"}]}
        {"type":"refund","occurredAt":"2026-01-02T09:00:00Z","userId":"u1","orderId":"o1","items":[{"productId":"p"}]}
        """,
        """
        {"type":"purchase","occurredAt":"2026-01-02T10:00:00Z","userId":"u1","orderId":"o1","channel":"qa","items":[{"productId":"p"}]}
        {"type":"purchase","occurredAt":"2026-01-02T11:00:00Z","userId":"u1","orderId":"o2","items":[{"productId":"q"}]}
        """,
        """
        {"type":"purchase","occurredAt":"2026-01-02T10:30:00Z","userId":"u2","orderId":"o3","items":[{"productId":"test"},{"productId":"q"}]}
        """,
    ];

    [Fact]
    public async Task Open_FilesInAnyOrder_GivesTheSameEventsAndTheSameReport()
    {
        int[][] orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]];
        var found = new List<string>();
        foreach (var order in orders)
        {
            var porch = new Porch(new JsonOnly());
            foreach (var file in order)
            {
                await porch.IngestAsync($"{file}.ndjson", Files[file]);
            }

            var (events, report) = await ReadAsync(porch, new ShopSettings());
            found.Add($"{string.Join(' ', events.Select(shopEvent => shopEvent.EventId))}\n{System.Text.Json.JsonSerializer.Serialize(report)}");
            events.Count.ShouldBe(2);
        }

        found.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Open_RuleTurnedOff_CountsTheSameEventsAgain()
    {
        var porch = new Porch(new JsonOnly());
        foreach (var (file, i) in Files.Select((file, i) => (file, i)))
        {
            await porch.IngestAsync($"{i}.ndjson", file);
        }

        var lake = await porch.FingerprintAsync(BlobLayout.Lake);
        var settings = new ShopSettings
        {
            Hygiene = new HygieneOptions { Robots = new RobotOptions { Enabled = false }, TestOrders = new TestOrderOptions { Enabled = false } },
        };

        (await ReadAsync(porch, new ShopSettings())).Events.Count.ShouldBe(2);
        (await ReadAsync(porch, settings)).Events.Count.ShouldBe(5);
        (await porch.FingerprintAsync(BlobLayout.Lake)).ShouldBe(lake);
    }

    [Fact]
    public async Task Report_Saved_IsFoundAgain()
    {
        var porch = new Porch(new JsonOnly());
        await porch.IngestAsync("a.ndjson", Files[0]);
        var (_, report) = await ReadAsync(porch, new ShopSettings());

        await new HygieneReports(porch.Blobs).SaveAsync(Porch.Shop, report, default);

        var found = (await new HygieneReports(porch.Blobs).FindAsync(Porch.Shop, default)).ShouldNotBeNull();
        found.Rules[HygieneRule.Robots].Events.ShouldBe(1);
        found.Figures().ShouldContain(KeyValuePair.Create("hygiene.robots.events", 1.0));
    }

    private static async Task<(List<ShopEvent> Events, HygieneReport Report)> ReadAsync(Porch porch, ShopSettings settings)
    {
        var clean = await new CleanLake(porch.Blobs).OpenAsync(Porch.Shop, settings, progress: null, default);
        return (await clean.ReadAsync().ToListAsync(), clean.Report());
    }
}
