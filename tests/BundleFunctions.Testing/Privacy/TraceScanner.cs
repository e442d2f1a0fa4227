using System.IO.Compression;
using System.Text;

namespace BundleFunctions.Testing;

/// <summary>Looks for texts in bytes as a suspicious reader would: as they stand, in every gzip that lies anywhere in them, and, where a
/// text is hexadecimal, as the bytes that it names.</summary>
public static class TraceScanner
{
    // Of a member without optional fields, which is all that .NET and we write.
    private const int GzipHeaderBytes = 10;

    /// <summary>The traces that are in these bytes.</summary>
    public static IEnumerable<string> Find(byte[] bytes, IReadOnlyCollection<string> traces)
    {
        var layers = Unfold(bytes);
        return traces.Where(trace => Forms(trace).Any(form => layers.Exists(layer => layer.AsSpan().IndexOf(form) >= 0)));
    }

    private static IEnumerable<byte[]> Forms(string trace)
    {
        yield return Encoding.UTF8.GetBytes(trace);
        if (trace.Length % 2 == 0 && trace.All(char.IsAsciiHexDigit))
        {
            yield return Convert.FromHexString(trace);
        }
    }

    private static List<byte[]> Unfold(byte[] bytes)
    {
        var layers = new List<byte[]> { bytes };
        for (var layer = 0; layer < layers.Count; layer++)
        {
            var content = layers[layer];
            for (var at = 0; at < content.Length; at++)
            {
                var found = content.AsSpan(at).IndexOf([(byte)0x1F, (byte)0x8B, (byte)8]);
                if (found < 0)
                {
                    break;
                }

                at += found;
                if (Gunzip(content, at) is { Length: > 0 } unfolded)
                {
                    layers.Add(unfolded);
                }
            }
        }

        return layers;
    }

    // The deflate stream alone, so that what follows a member is no fault of it; what comes before the place where it breaks counts too.
    private static byte[] Gunzip(byte[] content, int at)
    {
        using var unfolded = new MemoryStream();
        try
        {
            var start = Math.Min(at + GzipHeaderBytes, content.Length);
            using var deflated = new DeflateStream(new MemoryStream(content, start, content.Length - start), CompressionMode.Decompress);
            deflated.CopyTo(unfolded);
        }
        catch (InvalidDataException)
        {
        }

        return unfolded.ToArray();
    }
}
