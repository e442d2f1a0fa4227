using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Remembers each version of each raw blob by a name made of both, so that what is missing shows from two listings alone.</summary>
/// <param name="blobs">Where it is kept.</param>
/// <param name="kind">The raw container: <see cref="BlobLayout.Events"/> or <see cref="BlobLayout.Catalogue"/>.</param>
internal sealed class Ledger(IBlobStore blobs, string kind)
{
    private const string Done = ".json";
    private const string NotDone = ".held.json";

    /// <summary>What became of a blob's version; null where it has not been seen, or was held or refused by other rules than these.</summary>
    public async Task<LedgerEntry?> FindAsync(ShopId shop, BlobEntry blob, string rules, CancellationToken cancellationToken)
    {
        var key = Key(blob);
        var done = await blobs.ReadJsonAsync(Name(shop, key, Done), IntakeJson.Default.LedgerEntry, cancellationToken);
        if (done is not null)
        {
            return done.Value.Value;
        }

        var held = await blobs.ReadJsonAsync(Name(shop, key, NotDone), IntakeJson.Default.LedgerEntry, cancellationToken);
        return string.Equals(held?.Value.Rules, rules, StringComparison.Ordinal) ? held?.Value : null;
    }

    public async Task WriteAsync(ShopId shop, BlobEntry blob, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var suffix = IsDone(entry.Status) ? Done : NotDone;
        await blobs.WriteJsonAsync(
            Name(shop, Key(blob), suffix), entry, IntakeJson.Default.LedgerEntry, BlobCondition.None, cancellationToken);
        if (IsDone(entry.Status))
        {
            await blobs.DeleteAsync(Name(shop, Key(blob), NotDone), ifMatch: null, cancellationToken);
        }
    }

    /// <summary>Remembers for a blob's new version what was known of its old one: what was taken in and only rewritten is not taken in
    /// again. A version that was held or refused is judged anew.</summary>
    public async Task MoveAsync(ShopId shop, BlobEntry old, BlobEntry? now, CancellationToken cancellationToken)
    {
        if (now is not null && await blobs.ReadJsonAsync(Name(shop, Key(old), Done), IntakeJson.Default.LedgerEntry, cancellationToken) is { } done)
        {
            await WriteAsync(shop, now, done.Value with { ETag = now.ETag }, cancellationToken);
        }

        await blobs.DeleteAsync(Name(shop, Key(old), Done), ifMatch: null, cancellationToken);
        await blobs.DeleteAsync(Name(shop, Key(old), NotDone), ifMatch: null, cancellationToken);
    }

    /// <summary>Keys of the versions that need nothing more.</summary>
    public async Task<HashSet<string>> ListDoneAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in blobs.ListAsync(BlobLayout.Ledger, $"{shop}/{kind}/", cancellationToken))
        {
            var file = entry.Name.Path[(entry.Name.Path.LastIndexOf('/') + 1)..];
            if (!file.EndsWith(NotDone, StringComparison.Ordinal))
            {
                keys.Add(file[..^Done.Length]);
            }
        }

        return keys;
    }

    /// <summary>The entries that were held or refused, in ordinal order of their keys.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ReadNotDoneAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var blob in blobs.ListAsync(BlobLayout.Ledger, $"{shop}/{kind}/", cancellationToken))
        {
            if (blob.Name.Path.EndsWith(NotDone, StringComparison.Ordinal)
                && await blobs.ReadJsonAsync(blob.Name, IntakeJson.Default.LedgerEntry, cancellationToken) is { } entry)
            {
                entries.Add(entry.Value);
            }
        }

        return entries;
    }

    /// <summary>Names one version of one blob.</summary>
    public static string Key(BlobEntry blob) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{blob.Name}\n{blob.ETag}")).AsSpan(0, 16));

    private static bool IsDone(IntakeStatus status) => status is not (IntakeStatus.Held or IntakeStatus.Refused);

    private BlobName Name(ShopId shop, string key, string suffix) => new(BlobLayout.Ledger, $"{shop}/{kind}/{key}{suffix}");
}
