using System.Text.RegularExpressions;
using BundleFunctions.Testing;
using YamlDotNet.RepresentationModel;

namespace BundleFunctions.Infra.Tests.Workflows;

/// <summary>Finds what would stop a workflow at its start, and what would let a stranger in.</summary>
internal static partial class WorkflowLinter
{
    // A new line here is a review: what the action does with its rights, and who publishes it.
    private static readonly string[] Actions =
    [
        "actions/checkout@v4", "actions/setup-dotnet@v4", "actions/setup-node@v4", "actions/upload-artifact@v4", "Azure/setup-azd@v2", "azure/login@v2",
    ];

    private static readonly string[] RootKeys = ["name", "on", "permissions", "concurrency", "env", "jobs"];
    private static readonly string[] JobKeys = ["name", "runs-on", "timeout-minutes", "strategy", "env", "environment", "needs", "permissions", "if", "steps"];
    private static readonly string[] StepKeys = ["name", "id", "if", "uses", "with", "run", "env", "shell", "working-directory"];
    private static readonly string[] Contexts = ["github.ref", "matrix.feed", "matrix.full", "inputs.size"];

    public static IReadOnlyList<string> Lint(WorkflowFile workflow) =>
        [.. Root(workflow), .. workflow.Jobs.SelectMany(job => Job(workflow, job.Id, job.Job)), .. workflow.Steps.SelectMany(Step), .. Expressions(workflow.Root)];

    private static IEnumerable<string> Root(WorkflowFile workflow)
    {
        foreach (var key in WorkflowFile.Keys(workflow.Root).Except(RootKeys, StringComparer.Ordinal))
        {
            yield return $"'{key}' is no key of a workflow";
        }

        if (WorkflowFile.Find(workflow.Root, "permissions") is not YamlMappingNode permissions)
        {
            yield return "permissions are not named: the token may do whatever the repository lets it";
        }
        else if (permissions.Children.Any(right => ((YamlScalarNode)right.Value).Value == "write" && ((YamlScalarNode)right.Key).Value != "id-token"))
        {
            yield return "the token may write";
        }

        if (WorkflowFile.Find(workflow.Root, "on") is YamlMappingNode on && WorkflowFile.Keys(on).Contains("pull_request_target", StringComparer.Ordinal))
        {
            yield return "pull_request_target runs a stranger's change with our rights";
        }
    }

    private static IEnumerable<string> Job(WorkflowFile workflow, string id, YamlMappingNode job)
    {
        foreach (var key in WorkflowFile.Keys(job).Except(JobKeys, StringComparer.Ordinal))
        {
            yield return $"job {id}: '{key}' is no key of a job";
        }

        if (WorkflowFile.TextOf(job, "runs-on") is null || !int.TryParse(WorkflowFile.TextOf(job, "timeout-minutes"), out var minutes) || minutes is < 1 or > 90)
        {
            yield return $"job {id}: expected runs-on, and timeout-minutes of 1..90";
        }

        if (!WorkflowFile.StepsOf(job).Any())
        {
            yield return $"job {id} has no steps";
        }

        if (WorkflowFile.TextOf(job, "needs") is { } needed && !workflow.Jobs.Any(other => string.Equals(other.Id, needed, StringComparison.Ordinal)))
        {
            yield return $"job {id} needs '{needed}', which is no job";
        }
    }

    private static IEnumerable<string> Step(YamlMappingNode step)
    {
        var (uses, run) = (WorkflowFile.TextOf(step, "uses"), WorkflowFile.TextOf(step, "run"));
        foreach (var key in WorkflowFile.Keys(step).Except(StepKeys, StringComparer.Ordinal))
        {
            yield return $"'{key}' is no key of a step";
        }

        if (uses is null == run is null)
        {
            yield return "a step has either uses or run";
        }

        if (uses is not null && !Actions.Contains(uses, StringComparer.Ordinal))
        {
            yield return $"{uses} is no reviewed action";
        }

        if (run is not null && run.Contains("${{", StringComparison.Ordinal))
        {
            yield return $"an expression is put into a script: {run}; hand it over in env";
        }

        foreach (Match match in run is null ? [] : RepositoryPath().Matches(run).AsEnumerable())
        {
            if (!Path.Exists(Path.Combine(RepositoryRoot.Find(), match.Value)))
            {
                yield return $"there is no {match.Value}";
            }
        }
    }

    private static IEnumerable<string> Expressions(YamlNode root) =>
        from node in root.AllNodes.OfType<YamlScalarNode>()
        from match in Expression().Matches(node.Value ?? "")
        let inner = match.Groups["inner"].Value
        where !Contexts.Contains(inner, StringComparer.Ordinal) && !inner.StartsWith("vars.", StringComparison.Ordinal)
        select $"'{inner}' is no reviewed expression";

    [GeneratedRegex(@"\$\{\{\s*(?<inner>.*?)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"(?<![\w/])(\.ci/run|(src|infra|eng|tests)/[\w./-]*[\w-])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RepositoryPath();
}
