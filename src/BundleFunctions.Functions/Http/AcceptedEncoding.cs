using Microsoft.Extensions.Primitives;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110, 12.5.3).</summary>
internal static class AcceptedEncoding
{
    /// <summary>The smallest form that the header names and does not refuse with a weight of 0; what it does not name is not sent.</summary>
    public static ContentCoding Of(StringValues header)
    {
        var best = ContentCoding.Identity;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var entry = line.AsSpan()[range].Trim();
                var end = entry.IndexOf(';');
                var name = end < 0 ? entry : entry[..end].Trim();
                if (end >= 0 && IsRefused(entry[(end + 1)..].Trim()))
                {
                    continue;
                }
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    return ContentCoding.Brotli;
                }
                best = name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Gzip : best;
            }
        }
        return best;
    }

    private static bool IsRefused(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].IndexOfAnyExcept('.', '0') < 0;
}
