using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace BundleFunctions.Functions.Gate;

/// <summary>Small numbers as header values, made once.</summary>
internal static class HeaderNumbers
{
    private static readonly StringValues[] Made = new StringValues[8192];

    public static StringValues Text(int number)
    {
        if ((uint)number >= (uint)Made.Length)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        // Two who make the same one at once make it alike.
        var known = Made[number];
        return known.Count > 0 ? known : Made[number] = number.ToString(CultureInfo.InvariantCulture);
    }
}
