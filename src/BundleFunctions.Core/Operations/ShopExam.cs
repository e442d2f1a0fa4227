using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Operations.Drift;
using BundleFunctions.Operations.Migration;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Shops;

namespace BundleFunctions.Operations;

/// <summary>Looks whether a shop's settings can be read, and whether what its pointer promises is there.</summary>
internal sealed class ShopExam(IBlobStore blobs, IDocumentStore documents, ShopDirectory shops, TimeProvider clock)
{
    private readonly SnapshotReader _snapshots = new(blobs);
    private readonly DriftRecords _drift = new(blobs);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            await shops.GetSettingsAsync(shop, cancellationToken);
            var stored = await documents.GetAsync(GenerationFiles.Pointer(shop), cancellationToken);
            return stored is null
                ? await ExamineUnpublishedAsync(shop, cancellationToken)
                : await ExamineAsync(shop, GenerationPointers.Parse(stored.Body.Span, shop), cancellationToken);
        }
        catch (InvalidShopSettingsException e)
        {
            return [new Finding("shop-settings", shop.Value, e.Message, $"Mend {BlobLayout.ShopSettings(shop)}: the shop's files are not taken in until then.")];
        }
        catch (InvalidDataException e)
        {
            return [new Finding("pointer-damaged", shop.Value, e.Message, Rebuild(shop))];
        }
    }

    private async Task<IReadOnlyList<Finding>> ExamineUnpublishedAsync(ShopId shop, CancellationToken cancellationToken) =>
        await blobs.FindAsync(GenerationFiles.PointerCopy(shop), cancellationToken) is null
            ? [new Finding("nothing-published", shop.Value, "Nothing has been published yet.", "Wait for the first retrain, or run 'bundles train'.", IsFatal: false)]
            : [new Finding("documents-lost", shop.Value, "Generations were published, and the document store does not know of them.", Rebuild(shop))];

    private async Task<IReadOnlyList<Finding>> ExamineAsync(ShopId shop, ShopPointer pointer, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var manifest = await _snapshots.ReadManifestAsync(shop, pointer.Current, cancellationToken);
        if (manifest is null || await blobs.FindAsync(GenerationFiles.Bundles(shop, pointer.Current), cancellationToken) is null)
        {
            findings.Add(new Finding(
                "snapshot-missing",
                shop.Value,
                $"Generation {pointer.Current} serves, and its snapshot is gone.",
                "Restore the blobs from a backup ('bundles backup restore') or train anew: without it the documents cannot be rebuilt."));
        }

        foreach (var (what, found, known) in new[]
        {
            ("Generation " + pointer.Current, manifest?.FormatVersion, GenerationManifest.CurrentFormatVersion),
            ("Model " + pointer.CurrentInfo.ModelId, await ModelVersionAsync(shop, pointer, cancellationToken), ModelManifest.CurrentFormatVersion),
        })
        {
            if (found is { } version && version != known)
            {
                findings.Add(new Finding(
                    "schema-version",
                    shop.Value,
                    $"{what} is of format version {version}; this program reads version {known}.",
                    version > known ? "Deploy the program that wrote it, or a newer one." : $"Run 'bundles migrate --shop {shop}'."));
            }
        }

        if (await documents.GetAsync(GenerationFiles.Home(shop, pointer.Current), cancellationToken) is null)
        {
            findings.Add(new Finding("documents-lost", shop.Value, $"Generation {pointer.Current} serves, and its documents are gone.", Rebuild(shop)));
        }

        var age = clock.GetUtcNow() - pointer.CurrentInfo.ModelTrainedAt;
        if (age > new ServingOptions().MaxModelAge)
        {
            findings.Add(new Finding(
                "stale-model",
                shop.Value,
                string.Create(CultureInfo.InvariantCulture, $"The model that serves is {age.TotalDays:0} days old."),
                "See docs/operations.md#stale-generation.",
                IsFatal: false));
        }

        if (await _drift.FindAsync(shop, cancellationToken) is { } record && record.Model == pointer.CurrentInfo.ModelId)
        {
            findings.AddRange(record.Drift.Where(pair => pair.Value > ShopDrift.Threshold).Select(pair => new Finding(
                "inputs-drifted",
                shop.Value,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"What comes in has moved from what the model learned from: {pair.Key}, population stability index {pair.Value:0.00}."),
                "See docs/operations.md#drifted-inputs.",
                IsFatal: false)));
        }

        return findings;
    }

    private Task<int?> ModelVersionAsync(ShopId shop, ShopPointer pointer, CancellationToken cancellationToken) =>
        StoredVersion.ReadAsync(blobs, BlobLayout.ModelManifest(shop, pointer.CurrentInfo.ModelId), cancellationToken);

    private static string Rebuild(ShopId shop) => $"Run 'bundles documents rebuild --shop {shop}'.";
}
