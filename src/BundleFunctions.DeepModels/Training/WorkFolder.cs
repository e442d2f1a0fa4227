using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.DeepModels.Training;

/// <summary>A folder in which one model is trained, named by what it is trained on: whoever starts the same training after a kill goes on from its
/// checkpoint. Gone when the training is done.</summary>
internal sealed class WorkFolder : IDisposable
{
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    private readonly FileStream _lock;
    private readonly string _path;

    private WorkFolder(string path, FileStream held) => (_path, _lock) = (path, held);

    /// <summary>Where the trainer writes.</summary>
    public string Output => Path.Combine(_path, "model");

    /// <summary>Where the network is written that is made smaller in this way.</summary>
    public string Compressed(Compression compression) => Path.Combine(_path, $"compressed{compression.Suffix}");

    /// <summary>Where its options lie.</summary>
    public string ConfigFile => Path.Combine(_path, "config.json");

    /// <summary>Set when the training came to its end: nothing in the folder is needed any more.</summary>
    public bool IsDone { get; set; }

    /// <summary>Opens it, and clears away what others left behind long ago.</summary>
    /// <param name="root">What holds such folders.</param>
    /// <param name="dataset">The dataset's hash.</param>
    /// <param name="what">Everything else that the model depends on.</param>
    public static WorkFolder Open(string root, string dataset, string what)
    {
        Clear(root);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{dataset}\n{what}")))[..24];
        for (var attempt = 0; ; attempt++)
        {
            // Another process may train the very same: it keeps its folder, and this one takes the next.
            var path = Path.Combine(root, attempt == 0 ? name : $"{name}-{attempt}");
            Directory.CreateDirectory(path);
            try
            {
                return new WorkFolder(path, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (attempt < 100)
            {
                // Taken.
            }
        }
    }

    // Nobody comes back to a training of last week; its folder is unlocked, or it would not be that old.
    private static void Clear(string root)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var folder in new DirectoryInfo(root).EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < File.GetLastWriteTimeUtc(root) - Stale))
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // Another process clears it.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        if (IsDone)
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
