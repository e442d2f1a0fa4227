using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving.Rules;

/// <summary>Every shop's rules, ready to work and at most two seconds old; while the store fails the last known ones work on.</summary>
public sealed class RuleShelf
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private readonly RuleStore _store;
    private readonly ShopMemo<Shelved> _books;

    public RuleShelf(RuleStore store, TimeProvider clock) =>
        (_store, _books) = (store, new ShopMemo<Shelved>(LoadAsync, Grace, shelved => shelved.ETag is not null, clock));

    /// <summary>A shop's rules; at once, without allocating, where they are known.</summary>
    /// <exception cref="StoreException">The store failed, or holds no rules that can be read, and none were known.</exception>
    public async ValueTask<RuleBook> GetAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await _books.GetAsync(shop, MaxAge, cancellationToken)).Value.Book;

    private async Task<Shelved> LoadAsync(ShopId shop, Shelved? known, CancellationToken cancellationToken)
    {
        var etag = await _store.FindETagAsync(shop, cancellationToken);
        if (etag is null)
        {
            return new Shelved(RuleBook.Empty, null);
        }

        if (string.Equals(known?.ETag, etag, StringComparison.Ordinal))
        {
            return known!;
        }

        try
        {
            var stored = await _store.ReadAsync(shop, cancellationToken);
            return new Shelved(stored.ETag is null ? RuleBook.Empty : new RuleBook(stored.Set, stored.ETag), stored.ETag);
        }
        catch (InvalidDataException e)
        {
            throw new StoreException(e.Message, isTransient: false, e);
        }
    }

    private sealed record Shelved(RuleBook Book, string? ETag);
}
