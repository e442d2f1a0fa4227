using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;

namespace BundleFunctions.Training;

/// <summary>What a training would learn from, in short: where two of these are equal, training again would change nothing.</summary>
/// <param name="FormatVersion">The model format of the program.</param>
/// <param name="Commits">Raw files that the lake has taken in.</param>
/// <param name="Lake">Hash over their names and versions, and over who was erased.</param>
/// <param name="Catalogue">The current catalogue snapshot, which is named by its content; null where there is none.</param>
public sealed record TrainingInputs(int FormatVersion, int Commits, string Lake, string? Catalogue)
{
    /// <summary>Looks at the stores as they are now; reads names, not data.</summary>
    public static async Task<TrainingInputs> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var commits = 0;
        await foreach (var entry in blobs.ListAsync(BlobLayout.Ledger, LakePaths.CommitPrefix(shop), cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Name.Path} {entry.ETag}\n"));
            commits++;
        }

        // Who was erased is learned from no more, although commits stay as they are where parts were merged.
        if (await blobs.FindAsync(ErasedList.Name(shop), cancellationToken) is { } erased)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{erased.Name.Path} {erased.ETag}\n"));
        }

        var lake = Convert.ToHexStringLower(hash.GetHashAndReset());
        var catalogue = await new SnapshotStore(blobs).ReadPointerAsync(shop, cancellationToken);
        return new TrainingInputs(ModelManifest.CurrentFormatVersion, commits, lake, catalogue?.Value.SnapshotId);
    }
}
