using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads query parameters one by one: absent gives the fallback, given twice or malformed gives a problem.</summary>
internal static class QueryText
{
    /// <summary>A parameter's text; null where it is absent.</summary>
    public static bool TryGet(IQueryCollection query, string name, out string? text, [NotNullWhen(false)] out ProblemResult? problem)
    {
        var values = query[name];
        text = values.Count == 0 ? null : values[0];
        problem = values.Count <= 1 ? null : Problems.InvalidParameter($"{name} is given {values.Count} times; expected once at most.");
        return problem is null;
    }

    /// <summary>A whole number, its range not yet judged; null where it is absent.</summary>
    public static bool TryGetInt(IQueryCollection query, string name, out int? value, [NotNullWhen(false)] out ProblemResult? problem)
    {
        value = null;
        if (!TryGet(query, name, out var text, out problem) || text is null)
        {
            return problem is null;
        }
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            problem = Problems.InvalidParameter($"{name} is '{Shown(text)}'; expected a whole number.");
            return false;
        }
        value = number;
        return true;
    }

    /// <summary>A number, its range not yet judged; null where it is absent.</summary>
    public static bool TryGetNumber(IQueryCollection query, string name, out decimal? value, [NotNullWhen(false)] out ProblemResult? problem)
    {
        value = null;
        if (!TryGet(query, name, out var text, out problem) || text is null)
        {
            return problem is null;
        }
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            problem = Problems.InvalidParameter($"{name} is '{Shown(text)}'; expected a number such as 0.5.");
            return false;
        }
        value = number;
        return true;
    }

    /// <summary>True or false; null where it is absent.</summary>
    public static bool TryGetFlag(IQueryCollection query, string name, out bool? value, [NotNullWhen(false)] out ProblemResult? problem)
    {
        value = null;
        if (!TryGet(query, name, out var text, out problem) || text is null)
        {
            return problem is null;
        }
        if (text is "1" or "0")
        {
            value = text is "1";
            return true;
        }
        if (!bool.TryParse(text, out var flag))
        {
            problem = Problems.InvalidParameter($"{name} is '{Shown(text)}'; expected true or false.");
            return false;
        }
        value = flag;
        return true;
    }

    /// <summary>True or false; the fallback where it is absent.</summary>
    public static bool TryGetFlag(
        IQueryCollection query, string name, bool fallback, out bool value, [NotNullWhen(false)] out ProblemResult? problem)
    {
        var read = TryGetFlag(query, name, out var given, out problem);
        value = given ?? fallback;
        return read;
    }

    /// <summary>Text from outside, short enough for a message.</summary>
    public static string Shown(string text) => text.Length <= 64 ? text : string.Concat(text.AsSpan(0, 64), "...");
}
