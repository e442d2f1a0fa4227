using System.Text.Json;
using System.Text.RegularExpressions;

namespace BundleFunctions.Architecture.Tests.Docker;

/// <summary>What is wrong with a Dockerfile, as far as its text tells.</summary>
internal static partial class DockerfileLint
{
    private static readonly string[] Known = ["FROM", "WORKDIR", "COPY", "RUN", "ENV", "ARG", "USER", "HEALTHCHECK", "ENTRYPOINT", "CMD"];

    /// <param name="text">The Dockerfile.</param>
    /// <param name="exists">Whether a path is there in the context of the build.</param>
    public static IReadOnlyList<string> Find(string text, Func<string, bool> exists)
    {
        var instructions = Instruction.Read(text);
        var complaints = new List<string>();
        var stages = new List<string>();
        foreach (var instruction in instructions)
        {
            foreach (var complaint in Look(instruction, stages, exists))
            {
                complaints.Add($"{instruction.Line}: {complaint}");
            }

            if (instruction.Name == "FROM" && instruction.Words is [_, _, var name])
            {
                stages.Add(name);
            }
        }

        return [.. complaints, .. LookAtEnd(instructions)];
    }

    private static IEnumerable<string> Look(Instruction instruction, List<string> stages, Func<string, bool> exists) => instruction.Name switch
    {
        "FROM" => Image(instruction, stages),
        "COPY" => Copy(instruction.Words, stages, exists),
        "RUN" => Run(instruction.Text),
        "ENV" or "ARG" => SecretName().Matches(instruction.Text).Select(match => $"'{match.Value.TrimEnd('=')}' is named like a secret, and stays in the image"),
        _ when !Known.Contains(instruction.Name, StringComparer.Ordinal) => [$"{instruction.Name} is not used here"],
        _ => [],
    };

    private static IEnumerable<string> Image(Instruction instruction, List<string> stages)
    {
        if (instruction.Words is not [var image, "AS", _])
        {
            yield return "expected FROM image:tag AS stage";
            yield break;
        }

        if (!stages.Contains(image) && !PinnedImage().IsMatch(image))
        {
            yield return $"image '{image}' is not pinned to a version";
        }

        if (!instruction.IsExplained)
        {
            yield return "no comment says what the stage is for";
        }
    }

    private static IEnumerable<string> Copy(string[] words, List<string> stages, Func<string, bool> exists)
    {
        var from = Array.Find(words, word => word.StartsWith("--from=", StringComparison.Ordinal))?["--from=".Length..];
        if (from is not null)
        {
            return stages.Contains(from) ? [] : [$"stage '{from}' does not stand above"];
        }

        return words[..^1].Where(path => !path.StartsWith("--", StringComparison.Ordinal) && !exists(path)).Select(path => $"'{path}' is not in the context");
    }

    private static IEnumerable<string> Run(string command)
    {
        if (command.Contains("apt-get install", StringComparison.Ordinal))
        {
            if (!command.Contains("apt-get update", StringComparison.Ordinal) || !command.Contains("rm -rf /var/lib/apt/lists/*", StringComparison.Ordinal))
            {
                yield return "apt-get install without update before and its lists removed after, in one layer";
            }

            if (!command.Contains("--no-install-recommends", StringComparison.Ordinal))
            {
                yield return "apt-get install without --no-install-recommends";
            }
        }

        var pip = PipInstall().Match(command);
        foreach (var package in pip.Success ? pip.Groups["packages"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (package[0] != '-' && !package.Contains("==", StringComparison.Ordinal) && package[0] is not '"')
            {
                yield return $"package '{package}' is not pinned";
            }
        }

        if (command.Contains("curl ", StringComparison.Ordinal) || command.Contains("wget ", StringComparison.Ordinal))
        {
            yield return "something is downloaded that nothing checks";
        }
    }

    private static IEnumerable<string> LookAtEnd(IReadOnlyList<Instruction> instructions)
    {
        var final = instructions.Skip(instructions.ToList().FindLastIndex(instruction => instruction.Name == "FROM")).ToList();
        var user = final.FindLastIndex(instruction => instruction.Name == "USER");
        if (user < 0 || !NumberedUser().IsMatch(final[user].Text))
        {
            yield return "the final stage runs as no numbered user other than root";
        }
        else if (final.Skip(user).Any(instruction => instruction.Name is "RUN" or "COPY"))
        {
            yield return "the final stage is changed after USER";
        }

        if (!IsExecForm(final, "ENTRYPOINT"))
        {
            yield return "the final stage has no ENTRYPOINT of its own as a JSON array: a shell would swallow SIGTERM";
        }

        if (final.All(instruction => instruction.Name != "HEALTHCHECK"))
        {
            yield return "the final stage does not say how its health is checked";
        }
    }

    private static bool IsExecForm(List<Instruction> stage, string name)
    {
        try
        {
            return stage.SingleOrDefault(instruction => instruction.Name == name) is { } found && JsonSerializer.Deserialize<string[]>(found.Text) is { Length: > 0 };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A version of two numbers or more, so that neither 'latest' nor '12' is one.
    [GeneratedRegex(@"^[a-z0-9./-]+:\d+\.\d+[A-Za-z0-9._-]*(@sha256:[0-9a-f]{64})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinnedImage();

    [GeneratedRegex(@"\b\w*(key|secret|password|token|connection)\w*=", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"pip3? install (?<packages>[^&|;]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PipInstall();

    [GeneratedRegex(@"^[1-9]\d*(:[1-9]\d*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberedUser();
}
