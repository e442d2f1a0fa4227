using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>
/// Remembers, over restarts, which versions of which blobs a function is done with. A receipt is a blob
/// <c>hosts/receipts/{function}/{hash of name}/{hash of ETag}.json</c>, so one listing at start tells them all; a version that
/// was set aside has a poison record <c>hosts/poison/{function}/{hash of name}.json</c> too.
/// </summary>
internal sealed class BlobReceipts(IBlobStore blobs)
{
    // Per blob (its folder of receipts) the receipts known; more than one only between a new one and the old one's deletion.
    private readonly ConcurrentDictionary<string, string[]> _known = new(StringComparer.Ordinal);

    // What is settled is asked for at every scan; this spares the hashing.
    private readonly ConcurrentDictionary<(string Function, BlobName Blob), string> _settled = new();

    /// <summary>Learns what was settled before this start.</summary>
    /// <exception cref="StoreException">The store cannot be listed.</exception>
    public async Task LoadAsync(BlobFunction function, CancellationToken cancellationToken)
    {
        await foreach (var receipt in blobs.ListAsync(BlobLayout.Hosts, RootOf(function), cancellationToken))
        {
            _known.AddOrUpdate(FolderOf(receipt.Name), [receipt.Name.Path], (_, others) => [.. others, receipt.Name.Path]);
        }
    }

    /// <summary>Whether a version needs no further delivery.</summary>
    public bool IsSettled(BlobFunction function, BlobName blob, string etag)
    {
        if (_settled.TryGetValue((function.Name, blob), out var last))
        {
            return string.Equals(last, etag, StringComparison.Ordinal);
        }

        var receipt = ReceiptOf(function, blob, etag);
        if (!_known.TryGetValue(FolderOf(receipt), out var receipts) || !receipts.Contains(receipt.Path, StringComparer.Ordinal))
        {
            return false;
        }
        _settled[(function.Name, blob)] = etag;
        return true;
    }

    /// <summary>Settles a version: its poison record first, then its receipt, then the records that these replace go.</summary>
    /// <exception cref="StoreException">The store failed; the next process may deliver the version once more.</exception>
    public async Task SettleAsync(BlobFunction function, BlobName blob, BlobRecord record, CancellationToken cancellationToken)
    {
        var poison = new BlobName(BlobLayout.Hosts, $"poison/{function.Name}/{Hash(blob.ToString())}.json");
        if (record.Error is not null)
        {
            await WriteAsync(poison);
        }

        var receipt = ReceiptOf(function, blob, record.ETag);
        _settled[(function.Name, blob)] = record.ETag;
        await WriteAsync(receipt);
        var replaced = _known.GetValueOrDefault(FolderOf(receipt), []);
        _known[FolderOf(receipt)] = [receipt.Path];
        if (record.Error is null)
        {
            await blobs.DeleteAsync(poison, ifMatch: null, cancellationToken);
        }
        await DeleteAsync(replaced.Where(path => !string.Equals(path, receipt.Path, StringComparison.Ordinal)), cancellationToken);

        Task WriteAsync(BlobName name) =>
            blobs.WriteJsonAsync(name, record, BlobRecordJson.Default.BlobRecord, BlobCondition.None, cancellationToken);
    }

    /// <summary>The folders of receipts that a function has now, to prune against a listing that begins now.</summary>
    public IReadOnlyCollection<string> FoldersOf(BlobFunction function) =>
        [.. _known.Keys.Where(folder => folder.StartsWith(RootOf(function), StringComparison.Ordinal))];

    /// <summary>Drops the receipts of blobs that are gone, so that what is remembered does not grow without bound.</summary>
    /// <param name="function">The function.</param>
    /// <param name="folders">What <see cref="FoldersOf"/> gave before the listing began.</param>
    /// <param name="present">Every blob of the function that the listing gave.</param>
    /// <param name="cancellationToken">Ends the pruning.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task PruneAsync(
        BlobFunction function, IReadOnlyCollection<string> folders, IReadOnlySet<BlobName> present, CancellationToken cancellationToken)
    {
        if (folders.Count <= present.Count)
        {
            return;
        }

        var kept = present.Select(blob => FolderOf(function, blob)).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in folders.Where(folder => !kept.Contains(folder)))
        {
            if (_known.TryRemove(folder, out var receipts))
            {
                await DeleteAsync(receipts, cancellationToken);
            }
        }
        foreach (var key in _settled.Keys)
        {
            if (string.Equals(key.Function, function.Name, StringComparison.Ordinal) && !_known.ContainsKey(FolderOf(function, key.Blob)))
            {
                _settled.TryRemove(key, out _);
            }
        }
    }

    private static string RootOf(BlobFunction function) => $"receipts/{function.Name}/";

    private static string FolderOf(BlobFunction function, BlobName blob) => $"{RootOf(function)}{Hash(blob.ToString())}/";

    private static string FolderOf(BlobName receipt) => receipt.Path[..(receipt.Path.LastIndexOf('/') + 1)];

    private static BlobName ReceiptOf(BlobFunction function, BlobName blob, string etag) =>
        new(BlobLayout.Hosts, $"{FolderOf(function, blob)}{Hash(etag)}.json");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private async Task DeleteAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            await blobs.DeleteAsync(new BlobName(BlobLayout.Hosts, path), ifMatch: null, cancellationToken);
        }
    }
}
