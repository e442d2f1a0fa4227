using System.Collections.Concurrent;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Who does not want to be known: no personal answer, no session state, no place in per-user models.</summary>
/// <remarks>One blob for each person is the truth, which training reads; one document each is what serving looks up, and can be rebuilt.</remarks>
public sealed class OptOutList(IBlobStore blobs, IDocumentStore documents, TimeProvider clock)
{
    private const int MaxRemembered = 100_000;

    // Other processes notice within this time.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(ShopId Shop, string Mark), (bool IsOut, DateTimeOffset At)> _known = new();

    /// <summary>Puts a person on the list; again changes nothing.</summary>
    /// <exception cref="StoreException">A store failed; the call can be repeated.</exception>
    public async Task AddAsync(ShopId shop, Pseudonym person, CancellationToken cancellationToken)
    {
        var mark = PersonMark.Of(person);
        await blobs.PutAsync(PrivacyFiles.OptOut(shop, mark), new MemoryStream("{}"u8.ToArray()), BlobCondition.Absent, cancellationToken);
        await documents.PutManyAsync([DocumentOf(shop, mark)], cancellationToken);
        Remember(shop, mark, isOut: true);
    }

    /// <summary>Takes a person off the list; one who is not on it does not matter.</summary>
    /// <inheritdoc cref="AddAsync" path="/exception"/>
    public async Task RemoveAsync(ShopId shop, Pseudonym person, CancellationToken cancellationToken)
    {
        var mark = PersonMark.Of(person);
        await documents.DeleteManyAsync([PrivacyFiles.OptOutDocument(shop, mark)], cancellationToken);
        await blobs.DeleteAsync(PrivacyFiles.OptOut(shop, mark), ifMatch: null, cancellationToken);
        Remember(shop, mark, isOut: false);
    }

    /// <summary>Whether a person is on the list, as known a few seconds ago at most. Where that cannot be looked up: yes, so that a store
    /// that fails costs an answer its personal touch and nobody his wish.</summary>
    public ValueTask<bool> ContainsAsync(ShopId shop, Pseudonym person, CancellationToken cancellationToken)
    {
        var mark = PersonMark.Of(person);
        return _known.TryGetValue((shop, mark), out var known) && IsFresh(known.At)
            ? new ValueTask<bool>(known.IsOut)
            : new ValueTask<bool>(LookUpAsync(shop, mark, cancellationToken));
    }

    /// <summary>Whether a person is on the list under any of several names.</summary>
    public async ValueTask<bool> ContainsAnyAsync(ShopId shop, IReadOnlyList<Pseudonym> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (await ContainsAsync(shop, name, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The marks (<see cref="PersonMark"/>) of everybody on the list.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<HashSet<string>> ReadMarksAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        var prefix = PrivacyFiles.OptOutPrefix(shop);
        await foreach (var entry in blobs.ListAsync(BlobLayout.Privacy, prefix, cancellationToken))
        {
            marks.Add(entry.Name.Path[prefix.Length..^".json".Length]);
        }

        return marks;
    }

    /// <summary>Writes the documents again, where the document store was lost.</summary>
    /// <returns>Documents written.</returns>
    /// <exception cref="StoreException">A store failed; the call can be repeated.</exception>
    public async Task<int> RestoreAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var marks = await ReadMarksAsync(blobs, shop, cancellationToken);
        foreach (var chunk in marks.Order(StringComparer.Ordinal).Chunk(256))
        {
            await documents.PutManyAsync([.. chunk.Select(mark => DocumentOf(shop, mark))], cancellationToken);
        }

        return marks.Count;
    }

    private async Task<bool> LookUpAsync(ShopId shop, string mark, CancellationToken cancellationToken)
    {
        try
        {
            var isOut = await documents.GetAsync(PrivacyFiles.OptOutDocument(shop, mark), cancellationToken) is not null;
            Remember(shop, mark, isOut);
            return isOut;
        }
        catch (StoreException)
        {
            return true;
        }
    }

    private void Remember(ShopId shop, string mark, bool isOut)
    {
        if (_known.Count >= MaxRemembered)
        {
            _known.Clear();
        }

        _known[(shop, mark)] = (isOut, clock.GetUtcNow());
    }

    private bool IsFresh(DateTimeOffset at) => clock.GetUtcNow() - at is var age && age >= TimeSpan.Zero && age < Fresh;

    private static Document DocumentOf(ShopId shop, string mark) => new(PrivacyFiles.OptOutDocument(shop, mark), "{}"u8.ToArray());
}
