using BundleFunctions.Associations;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Operations.Migration;

/// <summary>The model that serves. What it learned in an older form cannot be told in a newer one: the shop is trained again.</summary>
internal sealed class ModelFormat(IBlobStore blobs, IDocumentStore documents) : IStoredFormat
{
    public string Name => "model";

    public int Current => ModelManifest.CurrentFormatVersion;

    public async Task<FormatState> LookAsync(ShopId shop, CancellationToken cancellationToken) =>
        FormatState.Of(Name, Current, await StoredPointer.ReadAsync(documents, shop, cancellationToken) is { } pointer
            ? await StoredVersion.ReadAsync(blobs, BlobLayout.ModelManifest(shop, pointer.CurrentInfo.ModelId), cancellationToken)
            : null);

    public Task UpgradeAsync(ShopId shop, CancellationToken cancellationToken) => throw new InvalidDataException(
        $"The model of {shop} is of an older version and goes on serving what it published. Train the shop ('bundles train --shop {shop}'): its publish is the migration.");
}
