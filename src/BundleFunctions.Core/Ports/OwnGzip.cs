using System.IO.Compression;

namespace BundleFunctions.Ports;

/// <summary>Reads gzip that this product wrote itself.</summary>
internal static class OwnGzip
{
    /// <summary>The plain text. <see cref="GZipStream"/> writes no member at all where nothing was written to it, so an empty file is an
    /// empty text; everything else must be whole.</summary>
    /// <param name="content">The file, from its start; stays open.</param>
    /// <param name="length">Its length in bytes.</param>
    public static Stream OpenRead(Stream content, long length) =>
        length == 0 ? Stream.Null : new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
}
