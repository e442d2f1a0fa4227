using System.Runtime.CompilerServices;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Hygiene;
using BundleFunctions.Ports;
using BundleFunctions.Profiles;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Pricing;

namespace BundleFunctions.Training.Runs;

/// <summary>The container job: a shop's lake in, a model folder out. Safe to end at any moment and to run again.</summary>
/// <param name="blobs">The blob store.</param>
/// <param name="options">Valid options.</param>
/// <param name="clock">Says when the training started.</param>
/// <param name="contestants">Makes the models that stand against each other; null for the default set.</param>
public sealed class TrainingRun(
    IBlobStore blobs, TrainingOptions options, TimeProvider clock, TrainingContestants? contestants = null)
{
    private const int EventsBetweenReports = 50_000;

    private readonly CatalogueReader _catalogue = new(blobs);

    /// <summary>Trains a shop on all its events. Where it gave no catalogue, one is derived from them and written first.</summary>
    /// <exception cref="InvalidDataException">A part of the lake or the catalogue snapshot is missing or damaged.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    /// <exception cref="NoUsableModelException">No model can be served. Nothing was written: what served before goes on.</exception>
    /// <exception cref="DivergedException">The winner came to nothing finite on all orders; likewise.</exception>
    /// <exception cref="StoreException">The store failed; running again is safe.</exception>
    public async Task<TrainingReport> RunAsync(ShopId shop, IProgress<TrainingProgress> progress, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();

        // Looked at before anything is read: what comes in meanwhile makes the next tick train again.
        var inputs = await TrainingInputs.ReadAsync(blobs, shop, cancellationToken);
        var settings = await new ShopDirectory(blobs).GetSettingsAsync(shop, cancellationToken);
        var snapshot = await _catalogue.ReadCurrentAsync(shop, cancellationToken);
        var profiles = new ProfileBuilder(settings.Profiles, snapshot, settings.Currency);
        var clean = await new CleanLake(blobs).OpenAsync(shop, settings, new Counted(progress), cancellationToken);
        var audiences = new AudienceLearning(blobs, settings, options, snapshot, clean.NewestAt);
        var tally = new EventTally(withSequences: contestants?.OnSessions is not null, profiles, audiences.Earlier);
        var events = AddedTo(tally, clean.ReadAsync(), progress, cancellationToken);
        if (snapshot is null or { IsDerived: true })
        {
            (snapshot, inputs) = await DeriveAsync(shop, events, settings.Currency, inputs, cancellationToken);
        }
        else
        {
            await foreach (var _ in events)
            {
                // Reading is what fills the tally.
            }
        }

        progress.Report(new TrainingProgress(TrainingStage.Catalogue, snapshot?.Products.Count ?? 0, snapshot?.Products.Count ?? 0));
        var set = tally.Baskets.Build();
        var series = snapshot is null ? [] : tally.Prices.Build(snapshot);
        var elasticities = series.Count == 0 ? null
            : new ElasticityEstimator(settings.Pricing.Priors, options.Threads).Estimate(series, cancellationToken);
        var champion = await new ModelRegistry(blobs, new ModelReader(blobs)).FindChampionAsync(shop, cancellationToken);
        var hygiene = clean.Report() with { At = startedAt };
        var people = profiles.Build();
        var data = new ShopData(shop, set, snapshot, elasticities, champion?.Model, startedAt)
        {
            Sessions = tally.Views.Build(),
            SessionsBefore = moment => tally.Views.Build(moment),
            Settings = settings,
            ChampionOrder = champion?.Order,
            Shown = tally.Shown.Build(),
            Quantities = tally.Quantities,
            Sequences = tally.Sequences.Build(),
            Hygiene = hygiene,
            Identity = clean.ReportIdentity(),
            Profiles = people,
            Segments = await audiences.SegmentAsync(shop, people, cancellationToken),
            Response = audiences.Respond(set.Baskets, snapshot, cancellationToken),
        };
        var manifest = await new ModelTrainer(new ModelWriter(blobs), options, contestants).TrainAsync(data, progress, cancellationToken);
        await new TrainedRecords(blobs).SaveAsync(shop, new TrainedRecord(inputs, manifest.ModelId, clock.GetUtcNow()), cancellationToken);
        await new HygieneReports(blobs).SaveAsync(shop, hygiene, cancellationToken);
        return new TrainingReport(manifest, set.Report, hygiene, clock.GetElapsedTime(start));
    }

    private async Task<(CatalogueSnapshot? Snapshot, TrainingInputs Inputs)> DeriveAsync(
        ShopId shop, IAsyncEnumerable<ShopEvent> events, string currency, TrainingInputs inputs, CancellationToken cancellationToken)
    {
        var derived = await DerivedCatalogue.FromAsync(events, currency, cancellationToken);
        if (derived.Products.Count > 0)
        {
            await new DerivedCatalogueWriter(blobs).WriteAsync(shop, derived, cancellationToken);
        }

        // In this order: a catalogue that the shop gives in between is used now, or makes the next tick train again.
        var now = await TrainingInputs.ReadAsync(blobs, shop, cancellationToken);
        return (await _catalogue.ReadCurrentAsync(shop, cancellationToken), inputs with { Catalogue = now.Catalogue });
    }

    private static async IAsyncEnumerable<ShopEvent> AddedTo(
        EventTally tally,
        IAsyncEnumerable<ShopEvent> events,
        IProgress<TrainingProgress> progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = 0L;
        await foreach (var shopEvent in events.WithCancellation(cancellationToken))
        {
            tally.Add(shopEvent);
            if (++read % EventsBetweenReports == 0)
            {
                progress.Report(new TrainingProgress(TrainingStage.Events, read, null));
            }

            yield return shopEvent;
        }

        progress.Report(new TrainingProgress(TrainingStage.Events, read, read));
    }
    // Told at once, on the thread that tells it.
    private sealed class Counted(IProgress<TrainingProgress> progress) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value % EventsBetweenReports == 0)
            {
                progress.Report(new TrainingProgress(TrainingStage.Survey, value, null));
            }
        }
    }
}
