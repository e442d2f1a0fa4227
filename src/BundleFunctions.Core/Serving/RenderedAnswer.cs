using System.IO.Compression;

namespace BundleFunctions.Serving;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="body">JSON in UTF-8.</param>
/// <param name="etag">Strong: a hash of the body, in double quotes.</param>
/// <param name="cacheable">Whether others may keep it: false for stale and partial answers.</param>
/// <param name="isPersonal">Whether it is for the asker alone.</param>
/// <param name="isKept">Whether it is given out again and again, and so is worth compressing well.</param>
public sealed class RenderedAnswer(ReadOnlyMemory<byte> body, string etag, bool cacheable, bool isPersonal = false, bool isKept = false)
{
    private byte[]? _brotli;
    private byte[]? _gzip;

    /// <summary>JSON in UTF-8.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Strong: a hash of the body, in double quotes.</summary>
    public string ETag => etag;

    /// <summary>Whether others may keep it: false for stale and partial answers.</summary>
    public bool Cacheable => cacheable;

    /// <summary>Whether it is for the asker alone, so that no shared cache may keep it.</summary>
    public bool IsPersonal => isPersonal;

    /// <summary>Whether it is given out again and again.</summary>
    public bool IsKept => isKept;

    /// <summary>The entity tag of the Brotli form: another representation, so another tag (RFC 9110, 8.8.3).</summary>
    public string BrotliETag => field ??= $"{etag[..^1]}-br\"";

    /// <summary>The entity tag of the gzip form.</summary>
    public string GzipETag => field ??= $"{etag[..^1]}-gzip\"";

    /// <summary>The body in Brotli, made once. Two who ask at once may both make it, and make the same.</summary>
    public ReadOnlyMemory<byte> Brotli => _brotli ??= Compress(static output => new BrotliStream(output, CompressionLevel.Optimal));

    /// <summary>The body in gzip, made once.</summary>
    public ReadOnlyMemory<byte> Gzip => _gzip ??= Compress(static output => new GZipStream(output, CompressionLevel.Optimal));

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var output = new MemoryStream();
        using (var compressor = open(output))
        {
            compressor.Write(body.Span);
        }

        return output.ToArray();
    }
}
