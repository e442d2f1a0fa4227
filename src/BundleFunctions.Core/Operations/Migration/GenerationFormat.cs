using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Operations.Migration;

/// <summary>The generation that serves, with its documents. Its model published anew gives one of this program's version beside the old one, and
/// the pointer's switch is the migration; the old one stays to go back to.</summary>
internal sealed class GenerationFormat(IBlobStore blobs, IDocumentStore documents, GenerationPublisher publisher) : IStoredFormat
{
    public string Name => "generation";

    public int Current => GenerationManifest.CurrentFormatVersion;

    /// <inheritdoc/>
    /// <remarks>A migration that was cut short right after its switch has left the pointer's copy behind: that counts as old.</remarks>
    public async Task<FormatState> LookAsync(ShopId shop, CancellationToken cancellationToken)
    {
        if (await StoredPointer.ReadAsync(documents, shop, cancellationToken) is not { } pointer)
        {
            return FormatState.Of(Name, Current, null);
        }

        var state = FormatState.Of(Name, Current, await StoredVersion.ReadAsync(blobs, GenerationFiles.Manifest(shop, pointer.Current), cancellationToken));
        return state.Old == 0 && await IsCopyBehindAsync(shop, pointer, cancellationToken) ? state with { Old = 1 } : state;
    }

    public async Task UpgradeAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var report = await publisher.RefreshAsync(shop, cancellationToken);
        if (report is null or { Outcome: PublishOutcome.Refused } or { CleanUpFault: not null })
        {
            throw new InvalidDataException(
                $"The generation of {shop} could not be published anew: {report?.Reason ?? report?.CleanUpFault ?? "nothing was published yet."} Train the shop ('bundles train --shop {shop}').");
        }
    }

    private async Task<bool> IsCopyBehindAsync(ShopId shop, ShopPointer pointer, CancellationToken cancellationToken)
    {
        await using var copy = await blobs.OpenAsync(GenerationFiles.PointerCopy(shop), cancellationToken);
        if (copy is null)
        {
            return true;
        }

        using var bytes = new MemoryStream();
        await copy.Content.CopyToAsync(bytes, cancellationToken);
        return GenerationPointers.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), shop).Current != pointer.Current;
    }
}
