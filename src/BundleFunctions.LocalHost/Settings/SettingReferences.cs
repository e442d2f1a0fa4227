using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace BundleFunctions.LocalHost.Settings;

/// <summary>Resolves <c>%Setting%</c> in attribute values from configuration, as the platform does from app settings.</summary>
internal static partial class SettingReferences
{
    /// <summary>Replaces every reference by its setting's value.</summary>
    /// <param name="text">The attribute's value.</param>
    /// <param name="configuration">Where settings are looked up.</param>
    /// <param name="missing">The settings that are referred to and not set.</param>
    public static string Resolve(string text, IConfiguration configuration, out IReadOnlyList<string> missing)
    {
        var absent = new List<string>();
        missing = absent;
        return Reference().Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (configuration[name] is { Length: > 0 } value)
            {
                return value;
            }
            absent.Add(name);
            return match.Value;
        });
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
