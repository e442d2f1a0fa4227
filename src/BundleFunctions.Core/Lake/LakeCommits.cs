using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Lake;

/// <summary>Reads a shop's commits, several at once, in the order of their names.</summary>
internal static class LakeCommits
{
    private const int Parallelism = 8;

    public static async Task<IReadOnlyList<LakeCommit>> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        var names = new List<BlobName>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Ledger, LakePaths.CommitPrefix(shop), cancellationToken))
        {
            names.Add(entry.Name);
        }

        var commits = new LakeCommit?[names.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, names.Count, options, async (i, token) =>
            commits[i] = (await blobs.ReadJsonAsync(names[i], LakeJson.Default.LakeCommit, token))?.Value);

        // A commit that was deleted between listing and reading is a commit no more.
        return [.. commits.OfType<LakeCommit>()];
    }
}
