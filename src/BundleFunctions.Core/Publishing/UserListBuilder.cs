using System.Buffers;
using System.IO.Compression;
using BundleFunctions.Associations;
using BundleFunctions.Privacy;

namespace BundleFunctions.Publishing;

/// <summary>Makes each person's bundles of the published lists of the products that the model ranks for that person.</summary>
/// <param name="shelf">The generation's lists.</param>
/// <param name="people">Who must not be known: they get no list.</param>
/// <param name="learnedAt">When the rankings were learned.</param>
/// <param name="options">How many lists and bundles count.</param>
internal sealed class UserListBuilder(UserShelf shelf, PeopleFilter people, DateTimeOffset learnedAt, PublishingOptions options)
{
    private const int ChunkSize = 2048;

    /// <summary>Writes the lists, the same bytes on any number of threads; persons without a bundle get no line.</summary>
    /// <returns>Persons with bundles.</returns>
    public async Task<int> WriteAsync(IAsyncEnumerable<UserRanking> rankings, Stream output, CancellationToken cancellationToken)
    {
        var users = 0;
        await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        var line = new ArrayBufferWriter<byte>(1024);
        await foreach (var chunk in rankings.Chunk(ChunkSize).WithCancellation(cancellationToken))
        {
            var lists = new UserList?[chunk.Length];
            Parallel.For(0, chunk.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => lists[i] = Build(chunk[i]));
            foreach (var list in lists.OfType<UserList>())
            {
                line.ResetWrittenCount();
                UserListFile.Write(list, line);
                gzip.Write(line.WrittenSpan);
                users++;
            }
        }

        return users;
    }

    /// <summary>A person's list; null where there is nothing to offer, or the person must not be known. A bundle's score is the sum over the
    /// ranked products whose lists hold it of the rank's discount 1 / log2(rank + 2) times its score there, ranks from 0.</summary>
    private UserList? Build(UserRanking ranking)
    {
        if (people.MustNotKnow(ranking.User, learnedAt))
        {
            return null;
        }

        var owned = options.ExcludeOwned ? ranking.Owned.ToHashSet() : [];
        var sums = new Dictionary<BundleId, (ProductId Product, int Position, double Best, double Sum)>();
        for (var rank = 0; rank < Math.Min(ranking.Products.Count, options.ListsPerUser); rank++)
        {
            var product = ranking.Products[rank];
            var list = shelf[product];
            var weight = 1 / Math.Log2(rank + 2);
            for (var i = 0; i < list.Count; i++)
            {
                if (owned.Count > 0 && Array.Exists(list[i].Products, owned.Contains))
                {
                    continue;
                }

                var share = weight * list[i].Score;
                sums[list[i].Id] = !sums.TryGetValue(list[i].Id, out var known) ? (product, i, share, share)
                    : share > known.Best ? (product, i, share, known.Sum + share)
                    : known with { Sum = known.Sum + share };
            }
        }

        return sums.Count == 0 ? null : new UserList(
            ranking.User,
            [
                .. sums.OrderByDescending(pair => pair.Value.Sum).ThenBy(pair => pair.Key).Take(options.BundlesPerUser)
                    .Select(pair => (pair.Value.Product, pair.Value.Position, (float)pair.Value.Sum)),
            ]);
    }
}
