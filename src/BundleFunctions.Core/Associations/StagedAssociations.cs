using System.IO.Compression;
using System.Text.Json;

namespace BundleFunctions.Associations;

/// <summary>The associations of a model, staged, and what was counted on the way.</summary>
/// <param name="Staged">The file.</param>
/// <param name="Products">Lines.</param>
/// <param name="Neighbours">Neighbours of all lines together; 0 where no two products were ever bought together more often than by chance.</param>
/// <param name="Sets">Sets of all lines together.</param>
public sealed record StagedAssociations(StagedFile Staged, int Products, long Neighbours, long Sets) : IAsyncDisposable
{
    /// <summary>Writes lines as they come.</summary>
    /// <param name="lines">In ordinal order of their products.</param>
    /// <exception cref="ArgumentException">A product stands out of order or twice.</exception>
    public static async Task<StagedAssociations> WriteAsync(IEnumerable<ProductAssociations> lines, CancellationToken cancellationToken)
    {
        var counts = (Products: 0, Neighbours: 0L, Sets: 0L);
        var staged = await StagedFile.WriteAsync(
            ModelFiles.Associations, async content => counts = await WriteLinesAsync(content, lines, cancellationToken), cancellationToken);
        return new StagedAssociations(staged, counts.Products, counts.Neighbours, counts.Sets);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Staged.DisposeAsync();

    private static async Task<(int Products, long Neighbours, long Sets)> WriteLinesAsync(
        Stream content, IEnumerable<ProductAssociations> lines, CancellationToken cancellationToken)
    {
        var (products, neighbours, sets) = (0, 0L, 0L);
        ProductId? last = null;
        await using var gzip = new GZipStream(content, CompressionLevel.Optimal, leaveOpen: true);

        // Not disposed asynchronously: flushing gzip that way before anything was written leaves a member without its end.
        using var buffer = new BufferedStream(gzip, 1 << 16);
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (last is { } previous && previous.CompareTo(line.Product) >= 0)
            {
                throw new ArgumentException($"'{line.Product}' stands after '{previous}'; expected ordinal order.", nameof(lines));
            }

            JsonSerializer.Serialize(buffer, line, ModelJson.Lines.ProductAssociations);
            buffer.WriteByte((byte)'\n');
            last = line.Product;
            products++;
            neighbours += line.Neighbours.Count;
            sets += line.Sets.Count;
        }

        return (products, neighbours, sets);
    }
}
