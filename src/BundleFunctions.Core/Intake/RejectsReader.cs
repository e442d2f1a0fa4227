using System.Runtime.CompilerServices;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Reads a shop's refused lines.</summary>
public sealed class RejectsReader(IBlobStore blobs)
{
    /// <summary>Every refusal on record, file by file; a line that is none is passed over.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="kind"><see cref="BlobLayout.Events"/> or <see cref="BlobLayout.Catalogue"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public async IAsyncEnumerable<Rejection> ReadAsync(ShopId shop, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in blobs.ListAsync(BlobLayout.Rejects, $"{shop}/{kind}/", cancellationToken))
        {
            if (!entry.Name.Path.EndsWith(".ndjson", StringComparison.Ordinal)
                || await blobs.OpenAsync(entry.Name, cancellationToken) is not { } blob)
            {
                continue;
            }

            await using (blob)
            {
                using var lines = new StreamReader(blob.Content);
                while (await lines.ReadLineAsync(cancellationToken) is { } line)
                {
                    if (Parse(line) is { } rejection)
                    {
                        yield return rejection;
                    }
                }
            }
        }
    }

    // An operator, or an erasure, may have taken a part out of the file.
    private static Rejection? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, IntakeJson.Lines.Rejection) is { File: not null, Code: not null } rejection ? rejection : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
