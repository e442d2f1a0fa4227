using System.Text;
using BundleFunctions.Cli;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Storage.Local;

namespace BundleFunctions.EndToEnd.Tests.Privacy;

/// <summary><c>bundles privacy</c> over embedded stores.</summary>
public sealed class PrivacyCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Receipt => Path.Combine(_directory.Path, "receipt.json");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Erase_ThenVerify_TellsTheGenuineReceiptFromAChangedOneAndWhoseItIs()
    {
        await DropAsync("""{"type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":"anna@example.com","items":[{"productId":"a","quantity":1}]}""");

        (await RunAsync("privacy", "erase", "--shop", "demo", "--user-id", "anna@example.com", "--receipt", Receipt)).Code.ShouldBe(0);

        (await RunAsync("privacy", "verify", Receipt)).ShouldSatisfyAllConditions(run => run.Code.ShouldBe(0), run => run.Text.ShouldStartWith("Valid: erasure"));
        (await RunAsync("privacy", "verify", Receipt, "--user-id", "anna@example.com")).Code.ShouldBe(0);
        (await RunAsync("privacy", "verify", Receipt, "--user-id", "bert@example.com")).Code.ShouldBe(1);
        var text = await File.ReadAllTextAsync(Receipt);
        text.ShouldNotContain("anna");
        await File.WriteAllTextAsync(Receipt, text.Replace("\"rawFilesDeleted\": 1", "\"rawFilesDeleted\": 0", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(Receipt)).ShouldNotBe(text);
        (await RunAsync("privacy", "verify", Receipt)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Export_OptOutAndRetention_WorkAndNobodyIsNamedWithoutNeed()
    {
        var file = Path.Combine(_directory.Path, "export.ndjson");
        await DropAsync("""{"type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":"anna@example.com","items":[{"productId":"a","quantity":1}]}""");

        (await RunAsync("privacy", "export", "--shop", "demo", "--user-id", "anna@example.com", "--output", file)).Code.ShouldBe(0);
        (await RunAsync("privacy", "opt-out", "--shop", "demo", "--user-id", "anna@example.com")).Text.ShouldContain("1 identifiers are on the list");
        var dry = await RunAsync("privacy", "retention", "--shop", "demo", "--dry-run");

        (await File.ReadAllTextAsync(file)).ShouldContain("\"kind\":\"raw\"");
        dry.Code.ShouldBe(0);
        dry.Text.ShouldContain("for ever");
        (await RunAsync("privacy", "erase", "--shop", "demo")).Code.ShouldNotBe(0);
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        string[] all = [.. arguments, "--data", _directory.Path];
        var code = await BundlesCommand.Create(output, output, () => Stream.Null).Parse(all).InvokeAsync();
        return (code, output.ToString());
    }

    private Task DropAsync(string line) => new FolderBlobStore(Path.Combine(_directory.Path, "blobs"), TimeProvider.System).PutAsync(
        new BlobName(BlobLayout.Events, "demo/one.ndjson"), new MemoryStream(Encoding.UTF8.GetBytes(line + "\n")), BlobCondition.None, default);
}
