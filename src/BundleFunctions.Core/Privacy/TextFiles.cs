using System.Runtime.CompilerServices;
using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>What names a person by chance in files that people read: refused lines, reports, logs, poison records.</summary>
internal sealed class TextFiles(IBlobStore blobs, ShopId shop)
{
    private const long MaxBytes = 64 * 1024 * 1024;

    private static readonly string[] Suffixes = [".json", ".ndjson", ".html", ".csv", ".txt", ".log"];

    // The local host's own container is not cut by shop.
    private (string Container, string Prefix)[] Places =>
    [
        (BlobLayout.Rejects, $"{shop}/"),
        (BlobLayout.Ledger, $"{shop}/"),
        (BlobLayout.Jobs, $"{shop}/"),
        (BlobLayout.Experiments, $"{shop}/"),
        (BlobLayout.Audit, $"{shop}/"),
        (BlobLayout.Hosts, string.Empty),
    ];

    /// <summary>Lines and texts that name the person.</summary>
    public async IAsyncEnumerable<(BlobName File, string Line)> TellAsync(Person person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (entry, bytes) in FilesAsync(person, cancellationToken))
        {
            foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n').Where(line => person.Tokens.IsIn(Encoding.UTF8.GetBytes(line), strictly: false)))
            {
                yield return (entry.Name, line);
            }
        }
    }

    /// <summary>Takes lines that name the person out of files of lines, and writes over the name in all others.</summary>
    /// <returns>Lines and names taken out.</returns>
    public async Task<int> EraseAsync(Person person, CancellationToken cancellationToken)
    {
        var total = 0;
        await foreach (var (entry, bytes) in FilesAsync(person, cancellationToken))
        {
            var (text, count) = entry.Name.Path.EndsWith(".ndjson", StringComparison.Ordinal)
                ? WithoutLines(bytes, person.Tokens)
                : (bytes, person.Tokens.Redact(bytes));
            if (count > 0)
            {
                await blobs.PutAsync(entry.Name, new MemoryStream(text), BlobCondition.Matches(entry.ETag), cancellationToken);
                total += count;
            }
        }

        return total;
    }

    private static (byte[] Text, int Count) WithoutLines(byte[] text, PersonTokens tokens)
    {
        var kept = new MemoryStream(text.Length);
        var count = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = Array.IndexOf(text, (byte)'\n', start);
            var next = end < 0 ? text.Length : end + 1;
            if (tokens.IsIn(text.AsSpan(start, next - start), strictly: false))
            {
                count++;
            }
            else
            {
                kept.Write(text, start, next - start);
            }

            start = next;
        }

        return (kept.ToArray(), count);
    }

    private async IAsyncEnumerable<(BlobEntry Entry, byte[] Bytes)> FilesAsync(
        Person person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (container, prefix) in Places)
        {
            var entries = await blobs.ListAsync(container, prefix, cancellationToken).ToListAsync(cancellationToken);
            foreach (var listed in entries.Where(entry =>
                entry.Length <= MaxBytes && Array.Exists(Suffixes, suffix => entry.Name.Path.EndsWith(suffix, StringComparison.Ordinal))))
            {
                await using var blob = await blobs.OpenAsync(listed.Name, cancellationToken);
                if (blob is not null)
                {
                    using var content = new MemoryStream();
                    await blob.Content.CopyToAsync(content, cancellationToken);
                    var bytes = content.ToArray();
                    if (person.Tokens.IsIn(bytes, strictly: false))
                    {
                        yield return (blob.Entry, bytes);
                    }
                }
            }
        }
    }
}
