using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace BundleFunctions.Associations;

/// <summary>The associations of a model in a temporary file, before the model has its name. Gone when disposed, and when the process dies.</summary>
public sealed class StagedAssociations : IAsyncDisposable
{
    private readonly FileStream _content;

    private StagedAssociations(FileStream content, ModelFile file, int products, long neighbours, long sets) =>
        (_content, File, Products, Neighbours, Sets) = (content, file, products, neighbours, sets);

    public ModelFile File { get; }

    /// <summary>Lines.</summary>
    public int Products { get; }

    /// <summary>Neighbours of all lines together; 0 where no two products were ever bought together more often than by chance.</summary>
    public long Neighbours { get; }

    /// <summary>Sets of all lines together.</summary>
    public long Sets { get; }

    /// <summary>The file's bytes from their start.</summary>
    internal Stream Content
    {
        get
        {
            _content.Position = 0;
            return _content;
        }
    }

    /// <summary>Writes lines as they come.</summary>
    /// <param name="lines">In ordinal order of their products.</param>
    /// <exception cref="ArgumentException">A product stands out of order or twice.</exception>
    public static async Task<StagedAssociations> WriteAsync(IEnumerable<ProductAssociations> lines, CancellationToken cancellationToken)
    {
        var content = OpenTemporary();
        try
        {
            var (products, neighbours, sets) = await WriteLinesAsync(content, lines, cancellationToken);
            await content.FlushAsync(cancellationToken);
            content.Position = 0;
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            return new StagedAssociations(content, new ModelFile(ModelFiles.Associations, content.Length, sha256), products, neighbours, sets);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _content.DisposeAsync();

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

    private static FileStream OpenTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), $"bundles-model-{Path.GetRandomFileName()}");
        var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            BufferSize = 1 << 16,
        });

        // Where open files can be unlinked, not even a killed process leaves this one behind.
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.Delete(path);
        }

        return stream;
    }
}
