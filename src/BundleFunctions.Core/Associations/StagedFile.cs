using System.Security.Cryptography;

namespace BundleFunctions.Associations;

/// <summary>A file of a model in a temporary place, before the model has its name. Gone when disposed, and when the process dies.</summary>
public sealed class StagedFile : IAsyncDisposable
{
    private readonly FileStream _content;

    private StagedFile(FileStream content, ModelFile file) => (_content, File) = (content, file);

    public ModelFile File { get; }

    /// <summary>The file's bytes from their start.</summary>
    internal Stream Content
    {
        get
        {
            _content.Position = 0;
            return _content;
        }
    }

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name in the model folder.</param>
    /// <param name="write">Writes its content; must not dispose the stream.</param>
    public static async Task<StagedFile> WriteAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var content = OpenTemporary();
        try
        {
            await write(content);
            await content.FlushAsync(cancellationToken);
            content.Position = 0;
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            return new StagedFile(content, new ModelFile(name, content.Length, sha256));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _content.DisposeAsync();

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
