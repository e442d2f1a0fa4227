using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>What was done and by whom: one blob for each entry, written once and never again (<c>privacy/{shop}/audit/...</c>).</summary>
public sealed class AuditLog(IBlobStore blobs)
{
    /// <summary>Adds an entry; the same entry again changes nothing.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task AppendAsync(ShopId shop, AuditEntry entry, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(entry, PrivacyJson.Default.AuditEntry);
        var time = entry.At.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var name = $"{Prefix(shop)}{time}-{entry.Action}-{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 6))}.json";
        await blobs.PutAsync(new BlobName(BlobLayout.Privacy, name), new MemoryStream(text), BlobCondition.Absent, cancellationToken);
    }

    /// <summary>All entries, the oldest first.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(ShopId shop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in blobs.ListAsync(BlobLayout.Privacy, Prefix(shop), cancellationToken))
        {
            if (await blobs.ReadJsonAsync(listed.Name, PrivacyJson.Default.AuditEntry, cancellationToken) is { } entry)
            {
                yield return entry.Value;
            }
        }
    }

    private static string Prefix(ShopId shop) => $"{shop}/audit/";
}
