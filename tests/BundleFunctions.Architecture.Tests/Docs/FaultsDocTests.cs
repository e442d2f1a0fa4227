using System.Globalization;
using System.Text.RegularExpressions;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>Every fault of <c>docs/faults.md</c> names the tests that inject it, and they exist.</summary>
public sealed partial class FaultsDocTests
{
    private static readonly string[] Rows =
        [.. File.ReadAllLines(TrackedFiles.FullPath("docs/faults.md")).Where(line => Row().IsMatch(line))];

    [Fact]
    public void Faults_AreNumberedWithoutAGap() =>
        Rows.Select(row => int.Parse(Row().Match(row).Groups["number"].Value, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, Rows.Length));

    [Fact]
    public void Tests_ThatFaultsName_Exist()
    {
        var sources = TrackedFiles.All
            .Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && path.EndsWith("Tests.cs", StringComparison.Ordinal))
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), path => File.ReadAllText(TrackedFiles.FullPath(path)), StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            var tests = Named().Matches(row);
            tests.Count.ShouldBeGreaterThan(0, row);
            foreach (Match test in tests)
            {
                sources[test.Groups["type"].Value].ShouldContain(text => Declares(text, test.Groups["method"].Value), test.Value);
            }
        }
    }

    private static bool Declares(string text, string method) => text.Contains($" {method}(", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| (?<number>\d+) \|", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<type>[A-Za-z0-9]+Tests)\\.(?<method>[A-Za-z0-9]+_[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
