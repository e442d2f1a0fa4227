using System.Text.RegularExpressions;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>Holds the tests that the pages of faults name to those that there are.</summary>
public sealed partial class FaultsDocTests
{
    [Theory]
    [InlineData("docs/faults.md", 30)]
    [InlineData("docs/intake-faults.md", 19)]
    public void EveryCase_NamesTestsThatThereAre(string page, int least)
    {
        var sources = TrackedFiles.All.Where(name => name.StartsWith("tests/", StringComparison.Ordinal) && name.EndsWith(".cs", StringComparison.Ordinal))
            .ToLookup(name => Path.GetFileNameWithoutExtension(name), name => File.ReadAllText(TrackedFiles.FullPath(name)), StringComparer.Ordinal);
        var rows = Cases(File.ReadAllLines(TrackedFiles.FullPath(page))).ToList();

        rows.Count.ShouldBeGreaterThanOrEqualTo(least);
        foreach (var row in rows)
        {
            var named = Named().Matches(row.Split('|')[^2]).ToList();
            named.ShouldNotBeEmpty(row);
            foreach (var test in named)
            {
                sources[test.Groups["class"].Value].ShouldContain(
                    source => source.Contains($" {test.Groups["member"].Value}(", StringComparison.Ordinal), test.Value);
            }
        }
    }

    // Tables of figures may stand on the page too: those of cases end with a column of tests.
    private static IEnumerable<string> Cases(IEnumerable<string> lines)
    {
        var (isTable, isOfCases) = (false, false);
        foreach (var line in lines)
        {
            var isRow = line.StartsWith('|');
            if (isRow && !isTable)
            {
                isOfCases = line.EndsWith("| Tests |", StringComparison.Ordinal);
            }
            else if (isRow && isOfCases && !line.StartsWith("|---", StringComparison.Ordinal))
            {
                yield return line;
            }

            isTable = isRow;
        }
    }

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z0-9]+)[.](?<member>[A-Z][A-Za-z0-9]+_[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
