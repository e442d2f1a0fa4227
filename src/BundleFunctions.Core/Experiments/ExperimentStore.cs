using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Audit;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Experiments;

/// <summary>Keeps the experiments of shops: <c>experiments/{shop}/book.json</c>, replaced with If-Match, every version that ever was, and each
/// change in the audit log.</summary>
public sealed class ExperimentStore(IBlobStore blobs, AuditLog audit, TimeProvider clock)
{
    private const int VersionDigits = 8;

    /// <summary>The book; the empty one where the shop has none.</summary>
    /// <exception cref="InvalidDataException">The blob is no book.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<ExperimentBook> ReadAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await ReadWithETagAsync(shop, cancellationToken)).Book;

    /// <summary>Puts a book in the place of the one whose version it carries, and writes down who did so; or says what is wrong with it.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="book">The new content, under the version of the book that it was made from.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="why">Why; null where nobody said.</param>
    /// <param name="validateOnly">Only says what is wrong with it.</param>
    /// <param name="cancellationToken">Ends the work; what was not written then does not count.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">The book that stands cannot be read.</exception>
    public async Task<ExperimentSave> SaveAsync(
        ShopId shop, ExperimentBook book, string by, string? why, bool validateOnly, CancellationToken cancellationToken)
    {
        var (before, etag) = await ReadWithETagAsync(shop, cancellationToken);
        var now = clock.GetUtcNow();
        if (book.Version != before.Version)
        {
            return Conflict(before);
        }

        if (ExperimentRules.Validate(book, before, now) is { } fault)
        {
            return new ExperimentSave(before, fault);
        }

        if (validateOnly)
        {
            return new ExperimentSave(before);
        }

        var next = book with { Version = before.Version + 1 };
        await audit.WriteAsync(shop, by, "experiments.put", $"version {next.Version}", detail: null, cancellationToken);
        await WriteHistoryAsync(shop, new ExperimentChange(now, by, next, why), cancellationToken);
        var written = await blobs.WriteJsonAsync(
            Book(shop), next, ExperimentJson.Default.ExperimentBook, etag is null ? BlobCondition.Absent : BlobCondition.Matches(etag), cancellationToken);
        return written is null ? Conflict(await ReadAsync(shop, cancellationToken)) : new ExperimentSave(next);
    }

    /// <summary>Changes, the newest first. One whose book never came to count, because somebody else was first, stands beside that one's.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="before">Only changes to versions below this.</param>
    /// <param name="limit">Most changes, 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">A change cannot be read.</exception>
    public async Task<IReadOnlyList<ExperimentChange>> ReadHistoryAsync(ShopId shop, int before, int limit, CancellationToken cancellationToken)
    {
        var prefix = $"{shop}/history/";
        var names = new List<BlobName>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Experiments, prefix, cancellationToken))
        {
            if (VersionOf(entry.Name.Path[prefix.Length..]) < before)
            {
                names.Add(entry.Name);
            }
        }

        var changes = new List<ExperimentChange>();
        foreach (var name in names.AsEnumerable().Reverse().Take(limit))
        {
            try
            {
                if (await blobs.ReadJsonAsync(name, ExperimentJson.Default.ExperimentChange, cancellationToken) is { } change)
                {
                    changes.Add(change.Value);
                }
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{name} is no change of experiments: {e.Message}", e);
            }
        }

        return changes;
    }

    // A name that is none of ours counts as none of the changes.
    private static int VersionOf(string name) =>
        name.Length > VersionDigits && int.TryParse(name.AsSpan(0, VersionDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : int.MaxValue;

    private static BlobName Book(ShopId shop) => new(BlobLayout.Experiments, $"{shop}/book.json");

    private static ExperimentSave Conflict(ExperimentBook book) =>
        new(book, $"The experiments were changed meanwhile; expected a change of version {book.Version}.", IsConflict: true);

    private async Task WriteHistoryAsync(ShopId shop, ExperimentChange change, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(change, ExperimentJson.Default.ExperimentChange);
        var name = $"{shop}/history/{change.Book.Version:D8}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}.json";
        await blobs.PutAsync(
            new BlobName(BlobLayout.Experiments, name), new MemoryStream(body, writable: false), BlobCondition.Absent, cancellationToken);
    }

    private async Task<(ExperimentBook Book, string? ETag)> ReadWithETagAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            return await blobs.ReadJsonAsync(Book(shop), ExperimentJson.Default.ExperimentBook, cancellationToken) is { } stored
                ? (stored.Value, stored.ETag)
                : (ExperimentBook.Empty, null);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{Book(shop)} is no book of experiments: {e.Message}", e);
        }
    }
}
