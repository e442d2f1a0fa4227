using System.Globalization;
using System.Text;

namespace BundleFunctions.Storage.Azure;

/// <summary>Writes document ids so that they survive the SDK's links and the service's rules.</summary>
/// <remarks>The SDK puts an id into a URL without escaping <c>%</c>, so that <c>a%20b</c> and <c>a b</c> would be one item. What
/// is not a letter, a digit, <c>- _ . | : @</c> or beyond ASCII is written as <c>=xx</c>, in lower-case hexadecimal.</remarks>
internal static class CosmosId
{
    private const string Plain = "-_.|:@";

    /// <summary>The item's id; at most 765 bytes for 255 characters, of 1,023 that the service takes.</summary>
    public static string From(string documentId)
    {
        if (documentId.All(IsPlain))
        {
            return documentId;
        }

        var result = new StringBuilder(documentId.Length + 16);
        foreach (var c in documentId)
        {
            _ = IsPlain(c) ? result.Append(c) : result.Append(CultureInfo.InvariantCulture, $"={(int)c:x2}");
        }

        return result.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || !char.IsAscii(c) || Plain.Contains(c, StringComparison.Ordinal);
}
