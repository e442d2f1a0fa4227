using System.Text.RegularExpressions;

namespace BundleFunctions.Architecture.Tests.Docs;

/// <summary>Links and commands that documents promise.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => new(TrackedFiles.All.Where(path => path.EndsWith(".md", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_ToFilesAndHeadings_Resolve(string document)
    {
        var broken =
            from link in Link().Matches(WithoutCode(document)).Select(match => match.Groups["target"].Value)
            where !Uri.TryCreate(link, UriKind.Absolute, out _)
            let parts = link.Split('#')
            let target = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0])
            let path = TrackedFiles.FullPath(target)
            where !(File.Exists(path) || (Directory.Exists(path) && parts.Length == 1))
                || (parts.Length == 2 && !Headings(path).Contains(parts[1], StringComparer.Ordinal))
            select link;

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Readme_TwoCommands_AreExecutableFiles()
    {
        var section = File.ReadAllText(TrackedFiles.FullPath("README.md")).ReplaceLineEndings("\n").Split("## Two commands\n")[1].Split("```")[1];
        var commands = Command().Matches(section).Select(match => match.Groups["name"].Value).ToList();

        commands.ShouldBe(["run", "test"]);
        commands.Concat([".ci/run", "eng/detect-feed"]).ShouldAllBe(command => IsExecutable(TrackedFiles.FullPath(command)));
    }

    [Fact]
    public void Readme_LineForWindows_NamesAProject()
    {
        var projects = Project().Matches(File.ReadAllText(TrackedFiles.FullPath("README.md"))).Select(match => match.Groups["path"].Value).ToList();

        projects.ShouldNotBeEmpty();
        projects.ShouldAllBe(path => Directory.GetFiles(TrackedFiles.FullPath(path), "*.csproj").Length == 1);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));

    private static string WithoutCode(string document) => Code().Replace(File.ReadAllText(TrackedFiles.FullPath(document)), "");

    // GitHub's anchors: lower case, spaces to hyphens, other signs dropped.
    private static IEnumerable<string> Headings(string path) =>
        Heading().Matches(Fence().Replace(File.ReadAllText(path), "")).Select(match => string.Concat(match.Groups["title"].Value.Trim()
            .Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')
            .Select(sign => sign == ' ' ? '-' : char.ToLowerInvariant(sign))));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\./(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"--project (?<path>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Project();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,6} (?<title>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
