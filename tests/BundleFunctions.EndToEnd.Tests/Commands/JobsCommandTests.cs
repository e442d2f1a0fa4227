using System.Text;
using BundleFunctions.Cli;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.EndToEnd.Tests.Commands;

/// <summary><c>bundles jobs</c> on records as they lie in the store.</summary>
public sealed class JobsCommandTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _data.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task List_RunsOfBothProfiles_TellsStateReasonAndCost()
    {
        await PutAsync("runs/t1.json", Record("t1", "2026-03-01T03:00:00+00:00", "Failed", """
            "message":"Exit code 3: no memory","cost":{"seconds":90,"profile":"Cpu"}
            """));
        await PutAsync("runs/t2.json", Record("t2", "2026-03-02T03:00:00+00:00", "Succeeded", """
            "message":"done","plan":{"deep":true,"profile":"Gpu","reason":"deep models: much"},
            "cost":{"seconds":1800,"profile":"Gpu","pricePerHour":3.6,"currency":"EUR"},"logLink":"https://portal.azure.com/x"
            """));

        (await RunAsync("list")).ShouldBe(ExitCodes.Done, _error.ToString());

        _output.ToString().ReplaceLineEndings("\n").ShouldBe("""
            t2  2026-03-02 03:00  Succeeded  deep       gpu  1,800 s, 1.8 EUR
                deep models: much
                done
                https://portal.azure.com/x
            t1  2026-03-01 03:00  Failed     classical  cpu  90 s
                Exit code 3: no memory

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Log_OfARun_PrintsItsLines()
    {
        await PutAsync("runs/t1.json", Record("t1", "2026-03-01T03:00:00+00:00", "Failed", """ "message":"last" """, """ "first","last" """));

        (await RunAsync("log", "--tick", "t1")).ShouldBe(ExitCodes.Done);

        _output.ToString().ReplaceLineEndings("\n").ShouldStartWith("first\nlast\nt1  ");
    }

    [Fact]
    public async Task Cancel_RunOfAnotherMachine_AsksForItsEnd()
    {
        var now = TimeProvider.System.GetUtcNow().ToString("O");
        await PutAsync("running.json", $$"""
            {"tick":"t1","state":"Running","startedAt":"{{now}}","heartbeatAt":"{{now}}","process":{"machine":"another","id":1,"startedAt":"{{now}}"},"message":"half","log":[]}
            """);

        (await RunAsync("cancel", "--tick", "t1")).ShouldBe(ExitCodes.Done, _error.ToString());

        _output.ToString().ShouldContain("Ending");
        (await TextAsync("running.json")).ShouldContain("\"cancelRequested\": true");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("log")]
    public async Task TickThatNeverWas_IsSaidAndFails(string command)
    {
        (await RunAsync(command, "--tick", "t9")).ShouldBe(ExitCodes.Failed);

        _output.ToString().ShouldContain("no training run of tick 't9'");
    }

    private static string Record(string tick, string at, string state, string rest, string log = "") =>
        $$"""{"tick":"{{tick}}","state":"{{state}}","startedAt":"{{at}}","finishedAt":"{{at}}","heartbeatAt":"{{at}}","log":[{{log}}],{{rest}}}""";

    private Task<int> RunAsync(string command, params string[] arguments) => BundlesCommand.Create(_output, _error, () => Stream.Null)
        .Parse(["jobs", command, "--shop", "demo", "--data", _data.Path, .. arguments]).InvokeAsync();

    private FolderBlobStore Blobs() => new(Path.Combine(_data.Path, "blobs"), TimeProvider.System);

    private Task PutAsync(string path, string text) => Blobs().PutAsync(
        new BlobName(BlobLayout.Jobs, $"demo/{path}"), new MemoryStream(Encoding.UTF8.GetBytes(text)), BlobCondition.None, CancellationToken.None);

    private async Task<string> TextAsync(string path)
    {
        await using var blob = await Blobs().OpenAsync(new BlobName(BlobLayout.Jobs, $"demo/{path}"), CancellationToken.None);
        using var reader = new StreamReader(blob!.Content);
        return await reader.ReadToEndAsync();
    }
}
