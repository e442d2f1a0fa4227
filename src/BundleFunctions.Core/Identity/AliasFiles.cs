using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;

namespace BundleFunctions.Identity;

/// <summary>Which pseudonyms are one and the same person's, from the days of a rotation: blobs <c>ledger/{shop}/aliases/{contentKey}-{n}.ndjson</c>, a
/// line <c>["newest","older",...]</c> for each name of an event file. They are written before the file counts, and are texts, in which erasure finds
/// whom it looks for.</summary>
internal static class AliasFiles
{
    private const int LinesOfFile = 250_000;

    /// <summary>Writes what one event file taught; the same file again writes the same.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task WriteAsync(IBlobStore blobs, ShopId shop, string contentKey, PseudonymAliases aliases, CancellationToken cancellationToken)
    {
        var part = 0;
        foreach (var chunk in aliases.Older.OrderBy(pair => pair.Key).Chunk(LinesOfFile))
        {
            var text = new StringBuilder();
            foreach (var (newest, older) in chunk)
            {
                text.Append("[\"").Append(newest.Value).AppendJoin(string.Empty, older.Select(name => $"\",\"{name}")).Append("\"]\n");
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix(shop)}{contentKey}-{part++}.ndjson");
            await blobs.PutAsync(
                new BlobName(BlobLayout.Ledger, name), new MemoryStream(Encoding.ASCII.GetBytes(text.ToString())), BlobCondition.None, cancellationToken);
        }
    }

    /// <summary>Reads all of a shop.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">A file is none of ours.</exception>
    public static async Task<AliasBook> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        var entries = await blobs.ListAsync(BlobLayout.Ledger, Prefix(shop), cancellationToken).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return AliasBook.Empty;
        }

        // The newest file last: where a name was renewed twice, the last word counts.
        var book = new AliasBook();
        foreach (var entry in entries.OrderBy(entry => entry.LastModified).ThenBy(entry => entry.Name.Path, StringComparer.Ordinal))
        {
            await using var blob = await blobs.OpenAsync(entry.Name, cancellationToken);
            if (blob is null)
            {
                continue;
            }

            using var lines = new LineReader(blob.Content);
            while (await lines.ReadAsync(cancellationToken))
            {
                book.Add(Names(lines.Record.Span, entry.Name));
            }
        }

        return book;
    }

    internal static string Prefix(ShopId shop) => $"{shop}/aliases/";

    private static Pseudonym[] Names(ReadOnlySpan<byte> line, BlobName file)
    {
        try
        {
            var texts = JsonSerializer.Deserialize(line, IdentityJson.Default.StringArray);
            return texts is { Length: > 1 } ? Array.ConvertAll(texts, Identifier.Parse<Pseudonym>) : throw new FormatException();
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new InvalidDataException($"{file} holds a line that is no list of pseudonyms.", e);
        }
    }
}
