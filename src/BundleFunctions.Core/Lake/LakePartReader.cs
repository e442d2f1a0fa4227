using System.Security.Cryptography;
using System.Text.Json;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Lake;

/// <summary>Reads one part whole, after checking that its bytes are the committed ones.</summary>
internal static class LakePartReader
{
    /// <exception cref="InvalidDataException">The part is missing or is not what was committed.</exception>
    public static async Task ReadAsync(IBlobStore blobs, LakePart part, List<ShopEvent> into, CancellationToken cancellationToken)
    {
        var name = new BlobName(BlobLayout.Lake, part.Path);
        await using var blob = await blobs.OpenAsync(name, cancellationToken)
            ?? throw new InvalidDataException($"{name} is missing; its commit names {part.Events} events in it.");
        using var buffer = new MemoryStream(checked((int)part.Length));
        await blob.Content.CopyToAsync(buffer, cancellationToken);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), part.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name} holds {bytes.Length} bytes that are not the {part.Length} bytes committed.");
        }

        buffer.Position = 0;
        await using var gzip = OwnGzip.OpenRead(buffer, buffer.Length);
        using var plain = new MemoryStream();
        await gzip.CopyToAsync(plain, cancellationToken);
        ReadLines(plain.GetBuffer().AsSpan(0, (int)plain.Length), into);
    }

    private static void ReadLines(ReadOnlySpan<byte> lines, List<ShopEvent> into)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            into.Add(JsonSerializer.Deserialize(line, LakeJson.Lines.ShopEvent) ?? throw new InvalidDataException("A lake line is null."));
            lines = end < 0 ? [] : lines[(end + 1)..];
        }
    }
}
