using System.Text.RegularExpressions;
using BundleFunctions.Testing;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>The checkout's files as git would take them: all but what <c>.gitignore</c> leaves out.</summary>
internal static class TrackedFiles
{
    private static readonly string[] Ignored =
        [".git", .. File.ReadAllLines(Path.Combine(RepositoryRoot.Find(), ".gitignore")).Select(line => line.TrimEnd('/')).Where(line => line.Length > 0)];

    /// <summary>Paths from the root, with slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Below(RepositoryRoot.Find()).Order(StringComparer.Ordinal)];

    public static string FullPath(string path) => Path.Combine(RepositoryRoot.Find(), path);

    private static IEnumerable<string> Below(string directory) => Directory.EnumerateFileSystemEntries(directory)
        .Where(entry => !Array.Exists(Ignored, pattern => Matches(pattern, entry)))
        .SelectMany(entry => Directory.Exists(entry) ? Below(entry) : [Relative(entry)]);

    // The two kinds of pattern that the file has: a name anywhere, and a path from the root.
    private static bool Matches(string pattern, string entry) => Regex.IsMatch(
        pattern.Contains('/', StringComparison.Ordinal) ? Relative(entry) : Path.GetFileName(entry),
        $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.None,
        TimeSpan.FromSeconds(1));

    private static string Relative(string path) => Path.GetRelativePath(RepositoryRoot.Find(), path).Replace('\\', '/');
}
