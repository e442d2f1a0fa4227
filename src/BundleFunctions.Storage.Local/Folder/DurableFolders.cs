using System.Runtime.InteropServices;

namespace BundleFunctions.Storage.Local;

/// <summary>Makes folder entries survive a power cut: on Unix a rename or a new folder lasts only once its parent is synced.</summary>
internal static class DurableFolders
{
    private const int ReadOnly = 0;

    /// <summary>Creates a folder with its parents, each of them durable.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(folder);
        if (parent is not null)
        {
            Create(parent);
        }

        Directory.CreateDirectory(folder);
        if (parent is not null)
        {
            Sync(parent);
        }
    }

    /// <summary>Writes a folder's entries to the device. Where the system cannot (Windows journals them itself), does nothing.</summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, ReadOnly);
        if (descriptor >= 0)
        {
            // Some file systems cannot sync a folder and say so; then there is nothing more that could be done.
            _ = FileSync(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int FileSync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
