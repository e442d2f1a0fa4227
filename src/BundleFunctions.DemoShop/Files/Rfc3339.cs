using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BundleFunctions.DemoShop.Files;

/// <summary>Instants as RFC 3339 writes them.</summary>
internal static class Rfc3339
{
    /// <summary>To the second, with <c>Z</c> for UTC and the offset otherwise.</summary>
    [return: NotNullIfNotNull(nameof(instant))]
    public static string? Format(DateTimeOffset? instant) => instant is not { } at
        ? null
        : at.ToString(at.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
