using System.IO.Compression;
using System.Runtime.CompilerServices;
using BundleFunctions.Associations;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>A person's records in a shop's raw event files: found, told, taken out.</summary>
internal sealed class RawArchive(IBlobStore blobs, ICsvRows csv, ShopId shop, ShopSettings settings)
{
    private const int MaxTries = 5;
    private const int ChunkBytes = 64 * 1024;

    private readonly Ledger _ledger = new(blobs, BlobLayout.Events);
    private readonly EventRulesReader _rules = new(blobs);

    /// <summary>Tells every record of the person's, file by file, as it was sent.</summary>
    public async IAsyncEnumerable<(BlobName File, long Line, string Text)> TellAsync(
        Person person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in blobs.ListAsync(BlobLayout.Events, $"{shop}/", cancellationToken))
        {
            var records = new List<(long Line, string Text)>();
            await ScanAsync(entry.Name, person, (line, text) => records.Add((line, text)), cancellationToken);
            foreach (var (line, text) in records)
            {
                yield return (entry.Name, line, text);
            }
        }
    }

    /// <summary>Takes the person's records out of every file, or only counts the files that hold some.</summary>
    /// <param name="person">Who is erased.</param>
    /// <param name="keepFiles">Whether the files stay as they are.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public async Task<ErasureCounts> EraseAsync(Person person, bool keepFiles, CancellationToken cancellationToken)
    {
        // What is deleted meanwhile must not confuse the listing.
        var entries = await blobs.ListAsync(BlobLayout.Events, $"{shop}/", cancellationToken).ToListAsync(cancellationToken);
        var total = new ErasureCounts();
        foreach (var entry in entries)
        {
            var counts = await EraseAsync(entry.Name, person, keepFiles, cancellationToken);
            total = total.Plus(counts) with
            {
                RawFilesKept = total.RawFilesKept + counts.RawFilesKept,
                RawRecordsUnchecked = total.RawRecordsUnchecked + counts.RawRecordsUnchecked,
            };
        }

        return total;
    }

    private async Task<ErasureCounts> EraseAsync(BlobName name, Person person, bool keepFiles, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var (entry, scan, isNamed) = await ScanAsync(name, person, found: null, cancellationToken);
            if (entry is null)
            {
                return new ErasureCounts();
            }

            if (!isNamed)
            {
                return new ErasureCounts { RawRecordsUnchecked = scan?.Unchecked ?? 0 };
            }

            if (keepFiles)
            {
                return new ErasureCounts { RawFilesKept = 1 };
            }

            // A file of theirs alone, or one that nobody can read: it goes as a whole.
            if (scan is null || (scan.Found == scan.Records && scan.Faulty == 0))
            {
                if (await blobs.DeleteAsync(name, entry.ETag, cancellationToken))
                {
                    await _ledger.MoveAsync(shop, entry, now: null, cancellationToken);
                    return new ErasureCounts { RawFilesDeleted = 1, RawRecords = scan?.Found ?? 0 };
                }
            }
            else if (await RewriteAsync(entry, scan, person, cancellationToken) is { } written)
            {
                await _ledger.MoveAsync(shop, entry, written, cancellationToken);
                return new ErasureCounts { RawFilesRewritten = 1, RawRecords = Math.Max(scan.Found, 1) };
            }
        }

        throw new StoreException($"{name} was overwritten {MaxTries} times while it was rewritten.", isTransient: true);
    }

    /// <summary>Writes the file anew; null where somebody else overwrote or deleted it meanwhile.</summary>
    private async Task<BlobEntry?> RewriteAsync(BlobEntry entry, RawScan scan, Person person, CancellationToken cancellationToken)
    {
        await using var head = await blobs.OpenAsync(entry.Name, cancellationToken);
        await using var blob = await blobs.OpenAsync(entry.Name, cancellationToken);
        if (head is null || blob is null || !string.Equals(blob.Entry.ETag, entry.ETag, StringComparison.Ordinal))
        {
            return null;
        }

        var magic = new byte[2];
        var isGzip = await head.Content.ReadAtLeastAsync(magic, 2, throwOnEndOfStream: false, cancellationToken) == 2 && magic is [0x1F, 0x8B];
        await using var staged = await StagedFile.WriteAsync(
            "raw", output => RawRewriter.WriteAsync(blob.Content, scan, person.Tokens, isGzip, output, cancellationToken), cancellationToken);
        await CheckAsync(entry.Name, scan, person, staged.Content, cancellationToken);
        return await blobs.PutAsync(entry.Name, staged.Content, BlobCondition.Matches(entry.ETag), cancellationToken);
    }

    /// <summary>Proves that nobody else's record was lost before anything is overwritten.</summary>
    private async Task CheckAsync(BlobName name, RawScan scan, Person person, Stream rewritten, CancellationToken cancellationToken)
    {
        var after = await (await ScannerAsync(name, person, found: null, cancellationToken)).ScanAsync(rewritten, cancellationToken);
        var expected = scan.Records - scan.Found - scan.Unchecked;
        if (after.Found > 0 || after.Records > expected || after.Records < expected - scan.Faulty)
        {
            throw new InvalidDataException(
                $"{name} cannot be rewritten: {scan.Records} records, {scan.Found} of them to be erased, would become {after.Records} with {after.Found} left.");
        }
    }

    /// <summary>Looks into one file.</summary>
    /// <returns>The version looked at (null where there is none), what it holds (null where it cannot be read), and whether it names the person.</returns>
    private async Task<(BlobEntry? Entry, RawScan? Scan, bool IsNamed)> ScanAsync(
        BlobName name, Person person, Action<long, string>? found, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(name, cancellationToken);
        if (blob is null)
        {
            return (null, null, false);
        }

        try
        {
            var scan = await (await ScannerAsync(name, person, found, cancellationToken)).ScanAsync(blob.Content, cancellationToken);
            return (blob.Entry, scan, scan.Found > 0 || (scan.Faulty > 0 && await IsNamedAsync(name, person, cancellationToken)));
        }
        catch (RawFileException e)
        {
            var isNamed = await IsNamedAsync(name, person, cancellationToken);

            // Parquet is compressed within, so that it names nobody is no proof.
            var isUnchecked = !isNamed && string.Equals(e.Code, RejectCodes.ParquetNotSupported, StringComparison.Ordinal);
            return (blob.Entry, isUnchecked ? new RawScan(TextFormat.Parquet, 1, 0, [], 1, 0) : null, isNamed);
        }
    }

    /// <summary>Whether the text of a file, as far as it can be unfolded, names the person by what nothing else can be taken for.</summary>
    private async Task<bool> IsNamedAsync(BlobName name, Person person, CancellationToken cancellationToken)
    {
        foreach (var unfold in new[] { false, true })
        {
            await using var blob = await blobs.OpenAsync(name, cancellationToken);
            if (blob is null)
            {
                return false;
            }

            await using var text = unfold ? new GZipStream(blob.Content, CompressionMode.Decompress) : blob.Content;
            if (await IsNamedAsync(text, person.Tokens, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> IsNamedAsync(Stream text, PersonTokens tokens, CancellationToken cancellationToken)
    {
        // Chunks overlap by more than the longest identifier has bytes.
        const int Overlap = 4 * IntakeLimits.PersonalIdLength;
        var buffer = new byte[ChunkBytes + Overlap];
        var kept = 0;
        try
        {
            int read;
            while ((read = await text.ReadAsync(buffer.AsMemory(kept, ChunkBytes), cancellationToken)) > 0)
            {
                var filled = kept + read;
                if (tokens.IsIn(buffer.AsSpan(0, filled), strictly: true))
                {
                    return true;
                }

                kept = Math.Min(filled, Overlap);
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            }
        }
        catch (InvalidDataException)
        {
            // What lies behind the damage cannot be read by anybody.
        }

        return false;
    }

    private async Task<RawScanner> ScannerAsync(BlobName name, Person person, Action<long, string>? found, CancellationToken cancellationToken) =>
        new(csv, (await _rules.ReadAsync(shop, name, settings, cancellationToken)).Map, person, found);
}
