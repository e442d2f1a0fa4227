using System.Globalization;
using BundleFunctions.Ports;
using Microsoft.Win32.SafeHandles;

namespace BundleFunctions.Storage.Local;

/// <summary>The version of a blob that a file holds.</summary>
internal static class FileVersion
{
    private static readonly FileStreamOptions Reading = new()
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    };

    /// <summary>Opens the file, which goes on giving this version when another is renamed over it; null where there is none.</summary>
    public static FileStream? TryOpen(string file)
    {
        try
        {
            return Directory.Exists(file) ? null : new FileStream(file, Reading);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The version behind an open file.</summary>
    public static BlobEntry Read(BlobName name, SafeFileHandle file) =>
        Entry(name, File.GetLastWriteTimeUtc(file), RandomAccess.GetLength(file));

    /// <summary>The version that lies there now; null where there is none.</summary>
    public static BlobEntry? Find(BlobName name, string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? Entry(name, info.LastWriteTimeUtc, info.Length) : null;
    }

    private static BlobEntry Entry(BlobName name, DateTime time, long length) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"\"{time.Ticks:x}-{length:x}\""), length, new DateTimeOffset(time, TimeSpan.Zero));
}
