using System.Globalization;
using System.Text.RegularExpressions;

namespace BundleFunctions.Infra.Tests.Alerts;

/// <summary>Runs the alerts' queries over local measurements: the few forms of the query language that they use, and no other.</summary>
internal static partial class AlertQuery
{
    /// <summary>The value that the query ends with.</summary>
    /// <exception cref="FormatException">A form that this does not know.</exception>
    public static double Run(string query, IReadOnlyList<Measurement> rows)
    {
        var steps = query.Split(" | ");

        // A request is what an answer's duration is measured of.
        rows = steps[0] switch
        {
            "customMetrics" => rows,
            "requests" => [.. rows.Where(row => row.Name == "bundles.answer.duration").Select(row => row with { Name = "GetProductBundles" })],
            _ => throw new FormatException($"'{steps[0]}' is no table"),
        };
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var step in steps.Skip(1))
        {
            if (step.StartsWith("where ", StringComparison.Ordinal))
            {
                var condition = step["where ".Length..];
                rows = [.. rows.Where(row => Holds(condition, row))];
            }
            else if (step.StartsWith("summarize ", StringComparison.Ordinal))
            {
                foreach (Match match in Assigned().Matches(step["summarize ".Length..]))
                {
                    values[match.Groups["name"].Value] = Summarize(match.Groups["function"].Value, match.Groups["arguments"].Value, rows);
                }
            }
            else if (Choice().Match(step) is { Success: true } choice)
            {
                values[choice.Groups["name"].Value] = Choose(choice, values);
            }
            else
            {
                throw new FormatException($"'{step}' is no known step");
            }
        }

        return values["value"];
    }

    private static bool Holds(string condition, Measurement row)
    {
        var match = Condition().Match(condition);
        if (!match.Success)
        {
            throw new FormatException($"'{condition}' is no known condition");
        }

        var found = match.Groups["tag"].Success ? row.Dimensions.GetValueOrDefault(match.Groups["tag"].Value, "") : row.Name;
        var wanted = match.Groups["text"].Captures.Select(capture => capture.Value).ToList();
        return match.Groups["sign"].Value switch
        {
            "has" => found.Contains(wanted[0], StringComparison.OrdinalIgnoreCase),
            "=~" => string.Equals(found, wanted[0], StringComparison.OrdinalIgnoreCase),
            _ => wanted.Contains(found, StringComparer.Ordinal),
        };
    }

    private static double Summarize(string function, string arguments, IReadOnlyList<Measurement> rows) => (function, arguments) switch
    {
        ("count", "") => rows.Count,
        ("sum", "valueSum") => rows.Sum(row => row.Value),
        ("max", "valueMax") => rows.Count == 0 ? double.NaN : rows.Max(row => row.Value),
        ("sumif", _) when arguments.StartsWith("valueSum, ", StringComparison.Ordinal) =>
            rows.Where(row => Holds(arguments["valueSum, ".Length..], row)).Sum(row => row.Value),
        ("percentile", "duration, 99") => rows.Count == 0 ? double.NaN : rows.Select(row => row.Value).Order().ElementAt((int)Math.Ceiling(rows.Count * 0.99) - 1),
        _ => throw new FormatException($"'{function}({arguments})' is no known summary"),
    };

    // iff(a < 100, x, y) or iff(a == 0, x, y); a branch is a number or a quotient.
    private static double Choose(Match choice, Dictionary<string, double> values)
    {
        var left = values[choice.Groups["left"].Value];
        var right = Number(choice.Groups["right"].Value, values);
        var holds = choice.Groups["sign"].Value == "<" ? left < right : left.Equals(right);
        return Number(choice.Groups[holds ? "yes" : "no"].Value, values);
    }

    private static double Number(string text, Dictionary<string, double> values) =>
        text.Split(" / ") is [var top, var bottom] ? Number(top, values) / Number(bottom, values)
        : values.TryGetValue(text, out var value) ? value
        : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<name>\w+) = (?<function>\w+)\((?<arguments>([^()]|\([^()]*\))*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"^extend (?<name>\w+) = iff\((?<left>\w+) (?<sign><|==) (?<right>[\w.]+), (?<yes>[\w./ ]+), (?<no>[\w./ ]+)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"^(name|tostring\(customDimensions\.(?<tag>\w+)\)) (?<sign>==|=~|has|in) \(?'(?<text>[^']+)'(, '(?<text>[^']+)')*\)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Condition();
}
