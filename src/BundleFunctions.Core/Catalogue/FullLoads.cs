using BundleFunctions.Ports;

namespace BundleFunctions.Catalogue;

/// <summary>Tells full loads by their names.</summary>
internal static class FullLoads
{
    private const string Marker = "_full";

    /// <summary>Whether a folder is called <c>_full</c>, or the file's name ends so before its first point: <c>products_full.csv.gz</c>.</summary>
    public static bool IsFull(BlobName blob)
    {
        var segments = blob.Path.Split('/');
        var file = segments[^1];
        var stem = file.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? file[..point] : file;
        return stem.EndsWith(Marker, StringComparison.OrdinalIgnoreCase)
            || segments[..^1].Contains(Marker, StringComparer.OrdinalIgnoreCase);
    }
}
