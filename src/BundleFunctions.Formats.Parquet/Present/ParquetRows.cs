using System.Runtime.CompilerServices;
using BundleFunctions.Intake;
using Parquet;
using Parquet.Serialization;

namespace BundleFunctions.Formats.Parquet;

/// <summary>Reads Parquet by Parquet.Net: the file is kept aside, for its end says where everything is, and read row group by row group.</summary>
/// <remarks>Memory: one row group. Disk: the file.</remarks>
public sealed class ParquetRows : IParquetRows
{
    private const long MaxBytes = 4L * 1024 * 1024 * 1024;

    /// <inheritdoc/>
    public bool IsPresent => true;

    /// <inheritdoc/>
    public string About => $"Parquet.Net {typeof(ParquetReader).Assembly.GetName().Version}";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = await KeepAsideAsync(content, cancellationToken);
        var groups = await Guarded(() => CountGroupsAsync(file, cancellationToken));
        using var rows = new RowJson();
        for (var group = 0; group < groups; group++)
        {
            var at = group;
            var read = await Guarded(() => ParquetSerializer.DeserializeUntypedAsync(file, null, at, cancellationToken));
            foreach (var row in read.Data)
            {
                yield return rows.Of(row);
            }
        }
    }

    private static async Task<int> CountGroupsAsync(Stream file, CancellationToken cancellationToken)
    {
        await using var reader = await ParquetReader.CreateAsync(file, null, true, cancellationToken);
        return reader.RowGroupCount;
    }

    // What a broken file makes the library throw is a fault of the file, whatever its type.
    private static async Task<T> Guarded<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static async Task<FileStream> KeepAsideAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        var buffer = new byte[128 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file.Length + read > MaxBytes)
            {
                await file.DisposeAsync();
                throw new InvalidDataException($"it has more than {MaxBytes} bytes.");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Position = 0;
        return file;
    }
}
