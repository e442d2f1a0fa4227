using System.Globalization;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Statistics;

/// <summary>The table of figures in <c>docs/experiments.md</c>, held to what was measured.</summary>
internal static class Figures
{
    private static readonly Dictionary<string, double> Documented = File
        .ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "experiments.md")).ReplaceLineEndings("\n")
        .Split("\n## Figures\n")[1].Split('\n')
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 2 && double.TryParse(cells[1].Replace(" %", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1].Replace(" %", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The documented figure is the measured one. Seeds are fixed; what is allowed is what another machine's logarithm may move.</summary>
    public static void Check(string name, double measured, double tolerance) =>
        Documented.GetValueOrDefault(name, double.NaN).ShouldBe(measured, tolerance, $"docs/experiments.md: {name}");
}
