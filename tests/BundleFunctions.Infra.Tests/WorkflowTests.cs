using BundleFunctions.Infra.Tests.Workflows;
using YamlDotNet.Core;

namespace BundleFunctions.Infra.Tests;

/// <summary>The workflows, and the linter that reads them.</summary>
public sealed class WorkflowTests
{
    private const string Good = """
        name: w
        on: push
        permissions:
          contents: read
        jobs:
          a:
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            steps:
              - run: .ci/run

        """;

    public static TheoryData<string> Files => new(WorkflowFile.All.Select(file => file.Name));

    [Theory]
    [MemberData(nameof(Files))]
    public void Workflow_OfThisRepository_IsInOrder(string name) => WorkflowLinter.Lint(WorkflowFile.All.Single(file => file.Name == name)).ShouldBeEmpty();

    [Fact]
    public void Workflows_BuildTestPublishAndDeploy_AreThere()
    {
        var runs = WorkflowFile.All.ToDictionary(file => file.Name, file => string.Join('\n', file.Steps.Select(step => WorkflowFile.TextOf(step, "run"))), StringComparer.Ordinal);

        runs["ci.yml"].ShouldContain(".ci/run");
        runs["ci.yml"].ShouldContain("az bicep build --file infra/main.bicep");
        runs["publish.yml"].ShouldContain("dotnet publish src/BundleFunctions.App");
        runs["deploy.yml"].ShouldContain("azd up");
    }

    [Fact]
    public void Lint_GoodWorkflow_FindsNothing() => WorkflowLinter.Lint(WorkflowFile.Parse("w", Good)).ShouldBeEmpty();

    [Theory]
    [InlineData("permissions:\n  contents: read\n", "", "permissions are not named")]
    [InlineData("contents: read", "contents: write", "the token may write")]
    [InlineData("    timeout-minutes: 5\n", "", "timeout-minutes of 1..90")]
    [InlineData("- run: .ci/run", "- uses: someone/thing@main", "someone/thing@main is no reviewed action")]
    [InlineData("- run: .ci/run", "- run: echo ${{ github.event.issue.title }}", "an expression is put into a script")]
    [InlineData("- run: .ci/run", "- run: cat src/Nothing/here.cs", "there is no src/Nothing/here.cs")]
    [InlineData("- run: .ci/run", "- name: nothing", "a step has either uses or run")]
    [InlineData("on: push", "on:\n  pull_request_target:", "a stranger's change")]
    [InlineData("    steps:", "    needs: b\n    steps:", "needs 'b', which is no job")]
    [InlineData("on: push", "on: push\nenv:\n  X: ${{ secrets.ALL }}", "'secrets.ALL' is no reviewed expression")]
    [InlineData("    runs-on:", "    run-on: x\n    runs-on:", "'run-on' is no key of a job")]
    public void Lint_Fault_IsFound(string found, string instead, string fault) =>
        WorkflowLinter.Lint(WorkflowFile.Parse("w", Good.ReplaceLineEndings("\n").Replace(found, instead, StringComparison.Ordinal)))
            .ShouldContain(text => text.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Parse_KeyGivenTwice_IsRefused() => Should.Throw<YamlException>(() => WorkflowFile.Parse("w", Good + "name: again\n"));
}
