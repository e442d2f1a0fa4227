using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Audit;

/// <summary>Who did what to a shop, and when: one blob an act, written once and never over another.</summary>
public sealed class AuditLog(IBlobStore blobs, TimeProvider clock)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "HHmmss.fffffff";

    /// <summary>Writes an act down. Call it before the act.</summary>
    /// <exception cref="StoreException">The store failed: the act must not be done.</exception>
    public Task WriteAsync(ShopId shop, string actor, string action, string? target, JsonElement? detail, CancellationToken cancellationToken) =>
        WriteAsync(shop, new AuditEntry(clock.GetUtcNow(), actor, action, target, detail), cancellationToken);

    /// <summary>Writes an act of a given time down; the same entry again changes nothing.</summary>
    /// <exception cref="StoreException">The store failed: the act must not be done.</exception>
    public async Task WriteAsync(ShopId shop, AuditEntry entry, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(entry, AuditJson.Default.AuditEntry);
        var at = entry.At.UtcDateTime;
        var hash = Convert.ToHexStringLower(SHA256.HashData(body))[..12];
        var path = string.Create(
            CultureInfo.InvariantCulture, $"{shop}/{at.ToString(DayFormat, CultureInfo.InvariantCulture)}/{at.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{hash}.json");
        await blobs.PutAsync(
            new BlobName(BlobLayout.Audit, path), new MemoryStream(body, writable: false), BlobCondition.Absent, cancellationToken);
    }

    /// <summary>Reads a page of a day's acts, oldest first.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="day">The day, in UTC.</param>
    /// <param name="after">What the page before gave as <see cref="AuditPage.Next"/>; null for the first page.</param>
    /// <param name="limit">Most entries, 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="JsonException">An entry is not what <c>WriteAsync</c> writes.</exception>
    public async Task<AuditPage> ReadAsync(ShopId shop, DateOnly day, string? after, int limit, CancellationToken cancellationToken)
    {
        var prefix = $"{shop}/{day.ToString(DayFormat, CultureInfo.InvariantCulture)}/";
        var entries = new List<AuditEntry>();
        string? last = null;
        await foreach (var blob in blobs.ListAsync(BlobLayout.Audit, prefix, cancellationToken))
        {
            var name = blob.Name.Path[prefix.Length..];
            if (after is not null && string.CompareOrdinal(name, after) <= 0)
            {
                continue;
            }

            if (entries.Count == limit)
            {
                return new AuditPage(entries, last);
            }

            if (await blobs.ReadJsonAsync(blob.Name, AuditJson.Default.AuditEntry, cancellationToken) is { } read)
            {
                entries.Add(read.Value);
                last = name;
            }
        }

        return new AuditPage(entries, Next: null);
    }
}
