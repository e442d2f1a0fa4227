using BundleFunctions.Testing;

namespace BundleFunctions.Training.Tests.Quality;

/// <summary>Tables of <c>bench/quality/RESULTS.md</c>: written anew where the environment variable BUNDLES_WRITE_QUALITY is 1.</summary>
internal static class ResultTable
{
    private static readonly Lock Writing = new();

    public static bool IsWritten { get; } = Environment.GetEnvironmentVariable("BUNDLES_WRITE_QUALITY") == "1";

    /// <summary>Replaces one section, from its heading to the next one; sections stand in ordinal order.</summary>
    public static void Write(string section, string note, string[] header, IEnumerable<string[]> rows)
    {
        if (!IsWritten)
        {
            return;
        }

        lock (Writing)
        {
            var file = Path.Combine(RepositoryRoot.Find(), "bench", "quality", "RESULTS.md");
            var parts = File.ReadAllText(file).Split("\n## ");
            var table = string.Join('\n', new[] { header, [.. header.Select(_ => "---")] }.Concat(rows).Select(row => $"| {string.Join(" | ", row)} |"));
            var own = $"{section}\n\n{note}\n\n{table}\n";
            var others = parts.Skip(1).Where(part => !part.StartsWith($"{section}\n", StringComparison.Ordinal)).Select(part => part.TrimEnd() + "\n");
            File.WriteAllText(file, string.Join("\n## ", others.Append(own).Order(StringComparer.Ordinal).Prepend(parts[0].TrimEnd() + "\n")));
        }
    }
}
