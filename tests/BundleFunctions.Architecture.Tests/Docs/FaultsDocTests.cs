using System.Text.RegularExpressions;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>Holds the tests that <c>docs/faults.md</c> and <c>docs/security.md</c> name to those that there are.</summary>
public sealed partial class FaultsDocTests
{
    [Fact]
    public void EveryCase_NamesTestsThatThereAre()
    {
        var sources = TrackedFiles.All.Where(name => name.StartsWith("tests/", StringComparison.Ordinal) && name.EndsWith(".cs", StringComparison.Ordinal))
            .ToLookup(name => Path.GetFileNameWithoutExtension(name), name => File.ReadAllText(TrackedFiles.FullPath(name)), StringComparer.Ordinal);
        var rows = File.ReadAllLines(TrackedFiles.FullPath("docs/faults.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Case |", StringComparison.Ordinal)).ToList();

        rows.Count.ShouldBeGreaterThan(30);
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

    [GeneratedRegex("`(?<class>[A-Z][A-Za-z0-9]+)[.](?<member>[A-Z][A-Za-z0-9]+_[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
