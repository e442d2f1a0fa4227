using System.Security;
using BundleFunctions.Ports;

namespace BundleFunctions.Storage.Local;

/// <summary>Says what a failure of the file system means for the caller.</summary>
internal static class FileFailures
{
    // Unix gives errno itself as the HResult; Windows an HRESULT of facility 7.
    private const int WouldBlock = 11;
    private const int WouldBlockMac = 35;
    private const int FileTableFull = 23;
    private const int TooManyOpenFiles = 24;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int WindowsTooManyOpenFiles = unchecked((int)0x80070004);

    /// <summary>The failure as the port's exception; null where it is not the file system's.</summary>
    public static StoreException? Wrap(Exception failure, string action) => failure switch
    {
        StoreException => null,
        IOException or UnauthorizedAccessException or SecurityException =>
            new StoreException($"{action}: {failure.Message}", IsTransient(failure), failure),
        _ => null,
    };

    /// <summary>Whether somebody else has the file.</summary>
    public static bool IsLocked(IOException failure) =>
        failure.HResult is WouldBlock or WouldBlockMac or SharingViolation or LockViolation;

    /// <summary>Locked files and exhausted handles come back by themselves; a full or broken disk and missing rights want an operator.</summary>
    private static bool IsTransient(Exception failure) =>
        failure is IOException io && (IsLocked(io) || io.HResult is FileTableFull or TooManyOpenFiles or WindowsTooManyOpenFiles);
}
