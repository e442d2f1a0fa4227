using BundleFunctions.Storage.Local;

namespace BundleFunctions.EndToEnd.Tests.Stores;

/// <summary>Folder and SQLite: what a host takes by itself.</summary>
internal static class LocalStores
{
    /// <param name="directory">The host's data directory.</param>
    public static StorePair In(string directory) => new(
        new FolderBlobStore(Path.Combine(directory, "blobs"), TimeProvider.System), new Dictionary<string, string>());
}
