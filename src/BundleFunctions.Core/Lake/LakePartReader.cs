using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Lake;

/// <summary>Reads parts whole, after checking that their bytes are the committed ones.</summary>
/// <remarks>Parts of before the lake was Parquet are gzip NDJSON and are read as well. Not safe for use by several threads at once.</remarks>
internal sealed class LakePartReader(IBlobStore blobs)
{
    private const string OldSuffix = ".ndjson.gz";
    private readonly PartDecoder _decoder = new();

    /// <summary>Adds the part's events to <paramref name="into"/>.</summary>
    /// <param name="part">The part.</param>
    /// <param name="into">Where they go.</param>
    /// <param name="fields">What to read; all else may be absent.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The part is missing or is not what was committed.</exception>
    public async Task ReadAsync(LakePart part, EventColumns into, EventFields fields, CancellationToken cancellationToken)
    {
        if (!await TryReadAsync(part, into, fields, cancellationToken))
        {
            throw new InvalidDataException($"{BlobLayout.Lake}/{part.Path} is missing; it should hold {part.Events} events.");
        }
    }

    /// <summary>The same, and false where there is no file: it was lost, or it counts no more since its name was read.</summary>
    /// <inheritdoc cref="ReadAsync" path="/param"/>
    /// <exception cref="InvalidDataException">The part is not what was committed.</exception>
    public async Task<bool> TryReadAsync(LakePart part, EventColumns into, EventFields fields, CancellationToken cancellationToken)
    {
        var name = new BlobName(BlobLayout.Lake, part.Path);
        if (await BytesAsync(part, name, cancellationToken) is not { } bytes)
        {
            return false;
        }

        var before = into.Count;
        if (part.Path.EndsWith(OldSuffix, StringComparison.Ordinal))
        {
            await ReadLinesAsync(bytes, into, cancellationToken);
        }
        else
        {
            _decoder.Decode(bytes, into, fields);
        }

        if (into.Count - before != part.Events)
        {
            throw new InvalidDataException($"{name} holds {into.Count - before} events; its commit names {part.Events}.");
        }

        return true;
    }

    private async Task<ReadOnlyMemory<byte>?> BytesAsync(LakePart part, BlobName name, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(name, cancellationToken);
        if (blob is null)
        {
            return null;
        }

        var buffer = new MemoryStream(checked((int)part.Length));
        await blob.Content.CopyToAsync(buffer, cancellationToken);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), part.Sha256, StringComparison.Ordinal)
            ? bytes
            : throw new InvalidDataException($"{name} holds {bytes.Length} bytes that are not the {part.Length} bytes committed.");
    }

    private static async Task ReadLinesAsync(ReadOnlyMemory<byte> bytes, EventColumns into, CancellationToken cancellationToken)
    {
        await using var gzip = OwnGzip.OpenRead(new MemoryStream(bytes.ToArray(), writable: false), bytes.Length);
        using var lines = new StreamReader(gzip);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            into.Append(JsonSerializer.Deserialize(line, LakeJson.Lines.ShopEvent) ?? throw new InvalidDataException("A lake line is null."));
        }
    }
}
