using System.Globalization;
using System.Runtime.InteropServices;

namespace BundleFunctions.Serving.Filters;

/// <summary>What a field is compared with.</summary>
/// <param name="Text">As text.</param>
/// <param name="Number">As a number; null where it was written as a text.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilterValue(string Text, decimal? Number)
{
    /// <summary>Reads a number as products' attributes have it.</summary>
    public static decimal? NumberOf(string? text) =>
        text is { Length: <= 40 }
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
