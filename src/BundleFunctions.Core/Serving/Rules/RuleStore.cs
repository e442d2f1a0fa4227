using System.Text.Json;
using BundleFunctions.Audit;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving.Rules;

/// <summary>Where shops' rules lie: blob <c>rules/{shop}.json</c>, replaced with If-Match, each change in the audit log.</summary>
public sealed class RuleStore(IBlobStore blobs, AuditLog audit)
{
    /// <summary>A shop's rules.</summary>
    /// <exception cref="InvalidDataException">The blob is not what <see cref="SaveAsync"/> writes.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<StoredRules> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await blobs.ReadJsonAsync(BlobLayout.ShopRules(shop), RulesJson.Default.RuleSet, cancellationToken);
            return stored is { } found ? new StoredRules(found.Value, found.ETag) : new StoredRules(new RuleSet(), null);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{BlobLayout.ShopRules(shop)} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The ETag of a shop's rules; null where nothing was stored yet.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<string?> FindETagAsync(ShopId shop, CancellationToken cancellationToken) =>
        (await blobs.FindAsync(BlobLayout.ShopRules(shop), cancellationToken))?.ETag;

    /// <summary>Replaces a shop's rules, the change written down before.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="set">Valid rules.</param>
    /// <param name="etag">What the rules had that the change was made of; null where there were none.</param>
    /// <param name="change">Who changes what, for the audit log.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The new ETag; null where somebody else was first, and nothing was changed.</returns>
    /// <exception cref="ArgumentException">The rules are not valid.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<string?> SaveAsync(
        ShopId shop, RuleSet set, string? etag, RuleChange change, CancellationToken cancellationToken)
    {
        if (set.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(set));
        }

        if (!string.Equals(await FindETagAsync(shop, cancellationToken), etag, StringComparison.Ordinal))
        {
            return null;
        }

        await audit.WriteAsync(shop, change.Actor, change.Action, change.Target?.Value, change.Detail, cancellationToken);
        var condition = etag is null ? BlobCondition.Absent : BlobCondition.Matches(etag);
        return (await blobs.WriteJsonAsync(BlobLayout.ShopRules(shop), set, RulesJson.Default.RuleSet, condition, cancellationToken))?.ETag;
    }
}
