using System.IO.Compression;

namespace BundleFunctions.Intake;

/// <summary>Opens gzip so that a file cut short is found out. .NET takes it for whole, unless a switch is set before the first use of
/// compression in the process; whether the switch works is tried once, for a short file must never be taken for a whole one.</summary>
internal static class StrictGzip
{
    private const string Switch = "System.IO.Compression.UseStrictValidation";
    private static readonly bool FindsOut = Try();

    /// <exception cref="InvalidOperationException">The host reads compressed files without the switch.</exception>
    public static GZipStream Open(Stream folded) => FindsOut
        ? new GZipStream(folded, CompressionMode.Decompress)
        : throw new InvalidOperationException($"The host must set {Switch} to true in its runtimeconfig.json.");

    private static bool Try()
    {
        AppContext.SetSwitch(Switch, isEnabled: true);
        using var whole = new MemoryStream();
        using (var gzip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.WriteByte(0);
        }

        // Without the last byte of the length that ends every gzip.
        using var cut = new GZipStream(new MemoryStream(whole.ToArray()[..^1]), CompressionMode.Decompress);
        try
        {
            cut.CopyTo(Stream.Null);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
