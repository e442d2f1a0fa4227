using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Operations;

/// <summary>A shop as one file: everything that cannot be made again, in a gzipped tar of <c>container/path</c> entries.</summary>
/// <remarks>Left out are raw files, which hold people's identifiers as sent and have been taken in, jobs, and the hosts' own notes. Documents
/// are rebuilt from what is here, but API keys: those are made anew.</remarks>
public sealed class ShopBackup(IBlobStore blobs)
{
    // The order of the archive, and so of a restore: what others point to comes first, so that a restore that is cut short is seen as no
    // shop at all, and one that is not is whole.
    private static readonly string[] Containers =
    [
        BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Ledger, BlobLayout.Snapshots, BlobLayout.Generations, BlobLayout.Models,
        BlobLayout.Experiments, BlobLayout.Privacy, BlobLayout.Rules, BlobLayout.Audit, BlobLayout.Settings,
    ];

    /// <summary>Writes the archive. The same blobs give the same bytes.</summary>
    /// <exception cref="StoreException">The store failed, or a blob went away meanwhile; the archive is not whole.</exception>
    public async Task<BackupReport> WriteAsync(ShopId shop, Stream output, CancellationToken cancellationToken)
    {
        var (count, bytes) = (0, 0L);
        await using var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await using var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true);
        foreach (var entry in await ListAsync(shop, cancellationToken))
        {
            await using var blob = await blobs.OpenAsync(entry.Name, cancellationToken)
                ?? throw new StoreException($"{entry.Name} was there and is gone: the shop is at work. Make the backup again.", isTransient: true);
            await using var body = await BufferAsync(blob.Content, cancellationToken);
            await tar.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, entry.Name.ToString()) { DataStream = body, ModificationTime = DateTimeOffset.UnixEpoch }, cancellationToken);
            (count, bytes) = (count + 1, bytes + body.Length);
        }

        return new BackupReport(shop, count, bytes);
    }

    /// <summary>Writes an archive's blobs back. What is in place already is left; so a restore that was cut short is simply made again.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged, is of another shop, or contradicts a blob that is there.</exception>
    /// <exception cref="StoreException">The store failed; the call can be repeated.</exception>
    public async Task<BackupReport> RestoreAsync(ShopId shop, Stream input, CancellationToken cancellationToken)
    {
        var (count, bytes, there) = (0, 0L, 0);
        await using var gzip = new GZipStream(input, CompressionMode.Decompress, leaveOpen: true);
        await using var tar = new TarReader(gzip, leaveOpen: true);
        while (await NextAsync(tar, cancellationToken) is { } entry)
        {
            if (!BlobName.TryParse(entry.Name, out var name) || Array.IndexOf(Containers, name.Container) < 0 || !IsOf(shop, name.Path))
            {
                throw new InvalidDataException($"'{entry.Name}' is no blob of shop {shop}; nothing after it was restored.");
            }

            await using var body = await BufferAsync(entry.DataStream ?? Stream.Null, cancellationToken);
            if (await blobs.PutAsync(name, body, BlobCondition.Absent, cancellationToken) is null)
            {
                await RequireSameAsync(name, body, cancellationToken);
                there++;
            }

            (count, bytes) = (count + 1, bytes + body.Length);
        }

        return count > 0 ? new BackupReport(shop, count, bytes, there) : throw new InvalidDataException("The archive holds nothing.");
    }

    private async Task<List<BlobEntry>> ListAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var entries = new List<BlobEntry>();
        foreach (var container in Containers)
        {
            var found = new List<BlobEntry>();
            await foreach (var entry in blobs.ListAsync(container, shop.Value, cancellationToken))
            {
                if (IsOf(shop, entry.Name.Path))
                {
                    found.Add(entry);
                }
            }

            // A folder with a manifest is taken for whole, and a current name for one that leads somewhere.
            entries.AddRange(found.OrderBy(entry => IsLast(entry.Name.Path)).ThenBy(entry => entry.Name.Path, StringComparer.Ordinal));
        }

        return entries;
    }

    private static bool IsOf(ShopId shop, string path) =>
        path.StartsWith($"{shop}/", StringComparison.Ordinal)
        || string.Equals(path, $"{shop}.json", StringComparison.Ordinal)
        || string.Equals(path, BlobLayout.ShopEventMap(shop).Path, StringComparison.Ordinal)
        || string.Equals(path, BlobLayout.ShopCatalogueMap(shop).Path, StringComparison.Ordinal);

    private static int IsLast(string path) =>
        path.EndsWith("/pointer.json", StringComparison.Ordinal) || path.EndsWith("/current.json", StringComparison.Ordinal) ? 2
        : path.EndsWith("/manifest.json", StringComparison.Ordinal) ? 1
        : 0;

    private static async Task<TarEntry?> NextAsync(TarReader tar, CancellationToken cancellationToken)
    {
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"The archive is damaged: {e.Message}", e);
        }
    }

    // A file of its own: blobs may be larger than memory, and a store wants to be able to send one again.
    private static async Task<FileStream> BufferAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        return file;
    }

    private async Task RequireSameAsync(BlobName name, Stream body, CancellationToken cancellationToken)
    {
        await using var standing = await blobs.OpenAsync(name, cancellationToken);
        body.Position = 0;
        var wanted = await SHA256.HashDataAsync(body, cancellationToken);
        var found = standing is null ? [] : await SHA256.HashDataAsync(standing.Content, cancellationToken);
        if (!wanted.AsSpan().SequenceEqual(found))
        {
            throw new InvalidDataException($"{name} is there and is another one: restore into stores that do not hold this shop.");
        }
    }
}
