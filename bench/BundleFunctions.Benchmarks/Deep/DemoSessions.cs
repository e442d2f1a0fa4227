using BundleFunctions.Catalogue;
using BundleFunctions.DemoShop;
using BundleFunctions.DemoShop.Files;
using BundleFunctions.Intake;
using BundleFunctions.Testing;
using BundleFunctions.Training.Sessions;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>The demo shop's sessions, taken in through the porch.</summary>
internal static class DemoSessions
{
    public static SessionLog Read()
    {
        var shop = DemoShopGenerator.Generate(new DemoShopOptions());
        var porch = new Porch(new NoCsv());
        porch.Clock.Advance(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero) - porch.Clock.GetUtcNow());
        foreach (var file in shop.Files().Where(file => file.Kind == DemoFileKind.Events))
        {
            porch.IngestAsync(file.Name, file.Content.ToArray()).GetAwaiter().GetResult();
        }

        var sequences = new SessionSequences();
        foreach (var shopEvent in porch.EventsAsync().GetAwaiter().GetResult())
        {
            sequences.Add(shopEvent);
        }

        return SessionLog.Of(sequences.Build(), new CatalogueSnapshot(new string('0', 32), isDerived: false, shop.Products));
    }

    private sealed class NoCsv : ICsvRows
    {
        public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
