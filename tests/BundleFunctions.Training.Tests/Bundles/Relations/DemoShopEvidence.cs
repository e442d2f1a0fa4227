using BundleFunctions.Baskets;
using BundleFunctions.DemoShop;
using BundleFunctions.DemoShop.Files;
using BundleFunctions.Intake;
using BundleFunctions.Testing;
using BundleFunctions.Training.Bundles.Relations;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Training.Tests.Bundles.Relations;

/// <summary>The demo shop, taken in through the porch, and what its lake tells of pairs.</summary>
public sealed class DemoShopEvidence : IAsyncLifetime
{
    public SeededShop Shop { get; } = DemoShopGenerator.Generate(new DemoShopOptions());

    public RelationEvidence Evidence { get; private set; } = null!;

    public RelationModel Model { get; private set; } = null!;

    public ModalQuantities Quantities { get; } = new();

    internal EncodedBaskets Baskets { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var porch = new Porch(new NoCsv());
        porch.Clock.Advance(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero) - porch.Clock.GetUtcNow());
        foreach (var file in Shop.Files().Where(file => file.Kind == DemoFileKind.Events))
        {
            await porch.IngestAsync(file.Name, file.Content.ToArray());
        }

        var (builder, views) = (new BasketBuilder(), new SessionViews());
        foreach (var shopEvent in await porch.EventsAsync())
        {
            builder.Add(shopEvent);
            views.Add(shopEvent);
            Quantities.Add(shopEvent);
        }

        var set = builder.Build();
        Baskets = EncodedBaskets.Of(set.Baskets);
        Evidence = new RelationEvidence(Shop.Products, set.Baskets.Select(basket => basket.Products), views.Build());
        Model = new RelationLearner().Learn(Evidence, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private sealed class NoCsv : ICsvRows
    {
        public IAsyncEnumerable<CsvRow> ReadAsync(Stream content, char separator, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
