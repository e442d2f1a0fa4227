using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Publishing;

/// <summary>Turns a model into what is served: snapshot, documents, and then one switch of the pointer. Whatever stops it on the way,
/// the old generation goes on serving, and the same call again finishes the new one to the same bytes.</summary>
public sealed class GenerationPublisher
{
    private readonly IBlobStore _blobs;
    private readonly PublishingOptions _options;
    private readonly TimeProvider _clock;
    private readonly InputsLoader _inputs;
    private readonly GenerationStore _generations;
    private readonly DocumentWriter _writer;
    private readonly GenerationPointers _pointers;
    private readonly GenerationCleaner _cleaner;

    public GenerationPublisher(
        IBlobStore blobs,
        IDocumentStore documents,
        ShopDirectory shops,
        ModelReader models,
        CatalogueReader catalogues,
        TimeProvider clock,
        PublishingOptions options)
    {
        (_options, _clock) = (options, clock);
        var retry = new TransientRetry(options, clock);
        _blobs = new RetryingBlobStore(blobs, retry);
        var snapshots = new SnapshotReader(_blobs);
        _inputs = new InputsLoader(_blobs, shops, models, catalogues, retry);
        _generations = new GenerationStore(_blobs, models, snapshots, retry, options);
        _writer = new DocumentWriter(documents, snapshots, retry, options);
        _pointers = new GenerationPointers(documents, retry);
        _cleaner = new GenerationCleaner(_blobs, documents, snapshots, retry, options);
    }

    /// <summary>Publishes a model with the shop's current catalogue and settings. Calling it again does nothing more.</summary>
    /// <param name="manifestBlob"><c>models/{shop}/{modelId}/manifest.json</c>.</param>
    /// <exception cref="StoreException">A store failed; the old generation serves, and the call can be repeated.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings must be mended first.</exception>
    public async Task<PublishReport> PublishAsync(BlobName manifestBlob, CancellationToken cancellationToken)
    {
        using var activity = ServiceMeter.Activities.StartActivity("Publish");
        var started = _clock.GetTimestamp();
        var report = new PublishReport(manifestBlob.ToString(), PublishOutcome.Refused, null, null, 0, 0, null, TimeSpan.Zero);
        try
        {
            var (inputs, fault) = await _inputs.LoadAsync(manifestBlob, cancellationToken);
            report = inputs is null ? report with { Reason = fault } : await PublishAsync(inputs, report, cancellationToken);
        }
        catch (Exception e) when (e is InvalidModelException or InvalidDataException or JsonException)
        {
            report = report with { Outcome = PublishOutcome.Refused, Reason = e.Message };
        }

        ServiceRecorder.Published(report);
        return report with { Elapsed = _clock.GetElapsedTime(started) };
    }

    /// <summary>Publishes the model that serves once more, with the catalogue and the settings as they are now; null where the shop has
    /// published nothing yet.</summary>
    /// <exception cref="StoreException">A store failed; the old generation serves, and the call can be repeated.</exception>
    public async Task<PublishReport?> RefreshAsync(ShopId shop, CancellationToken cancellationToken) =>
        await _pointers.ReadAsync(shop, cancellationToken) is { } pointer
            ? await PublishAsync(BlobLayout.ModelManifest(shop, pointer.CurrentInfo.ModelId), cancellationToken)
            : null;

    private async Task<PublishReport> PublishAsync(GenerationInputs inputs, PublishReport report, CancellationToken cancellationToken)
    {
        var shop = inputs.Model.Shop;
        (PublishOutcome Outcome, string Reason)? FindObstacle(ShopPointer? pointer) =>
            PublishRules.FindObstacle(pointer, inputs.Name, inputs.Model.ModelId, inputs.Model.TrainedAt);

        var pointer = await _pointers.ReadAsync(shop, cancellationToken);
        if (FindObstacle(pointer) is { } obstacle)
        {
            // An earlier call may have been cut short right after its switch.
            report = report with { Outcome = obstacle.Outcome, Reason = obstacle.Reason };
            return pointer!.Current == inputs.Name ? await TidyAsync(shop, pointer, report, cancellationToken) : report;
        }

        var manifest = await _generations.EnsureAsync(inputs, cancellationToken);
        report = report with { Manifest = manifest };
        if (PublishRules.FindCollapse(pointer, manifest, _options.MinShareOfCurrent) is { } collapse)
        {
            return report with { Reason = collapse };
        }

        report = report with { DocumentsWritten = await _writer.WriteAsync(manifest, cancellationToken) };
        var info = GenerationInfo.From(manifest, _clock.GetUtcNow());
        pointer = await _pointers.UpdateAsync(
            shop, now => FindObstacle(now) is null ? ShopPointer.Advance(now, info) : null, cancellationToken);
        if (pointer!.Current != manifest.Generation)
        {
            var overtaken = FindObstacle(pointer)!.Value;
            return report with { Outcome = overtaken.Outcome, Reason = overtaken.Reason };
        }

        return await TidyAsync(shop, pointer, report with { Outcome = PublishOutcome.Published }, cancellationToken);
    }

    /// <summary>What follows the switch and cannot undo it.</summary>
    private async Task<PublishReport> TidyAsync(ShopId shop, ShopPointer pointer, PublishReport report, CancellationToken cancellationToken)
    {
        try
        {
            await PointerCopy.WriteAsync(_blobs, shop, pointer, cancellationToken);
            return report with { GenerationsDeleted = await _cleaner.CleanAsync(shop, pointer, cancellationToken) };
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            return report with { CleanUpFault = e.Message };
        }
    }
}
