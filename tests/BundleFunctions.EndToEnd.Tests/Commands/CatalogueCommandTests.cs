using BundleFunctions.Cli;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Commands;

/// <summary><c>bundles catalogue</c> over embedded stores.</summary>
public sealed class CatalogueCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task FullLoadThatDropsTooMuch_WaitsUntilItIsPromotedAndCanBeTakenBack()
    {
        var all = Write("all_full.csv", "productId,title,price\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"p{i},T,{i + 1}\n")));
        var few = Write("few_full.csv", "productId,title,price\np0,T,1\np1,T,9\nq,T,1\n");

        (await RunAsync("ingest", "--catalogue", all)).Code.ShouldBe(ExitCodes.Done);
        var held = await RunAsync("ingest", "--catalogue", few);
        var staged = await RunAsync("catalogue", "staged");
        var before = await RunAsync("catalogue", "versions");
        var promoted = await RunAsync("catalogue", "promote");
        var again = await RunAsync("catalogue", "promote");
        var versions = await RunAsync("catalogue", "versions");
        var first = versions.Text.Split('\n').Single(line => line.Contains("all_full.csv", StringComparison.Ordinal))[..32];
        var back = await RunAsync("catalogue", "switch", "--to", first[..12]);

        held.Code.ShouldBe(ExitCodes.PartlyDone);
        held.Text.ShouldContain("drops 28 of 30 products, more than the share of 0.3");
        staged.Text.ShouldContain("30 products before, 3 after: 1 added, 28 retired, 1 changed, 1 of them in price");
        before.Text.ShouldContain("1 versions");
        promoted.Text.ShouldContain("30 products before, 3 after");
        (again.Code, again.Text.Trim()).ShouldBe((ExitCodes.Failed, "Nothing waits in staging."));
        versions.Text.ShouldContain("2 versions");
        back.Text.ShouldContain("3 products before, 30 after");
        (await RunAsync("catalogue", "versions")).Text.Split('\n').Single(line => line.StartsWith(first, StringComparison.Ordinal)).ShouldContain("current");
        (await RunAsync("catalogue", "switch", "--to", "zzz")).Code.ShouldBe(ExitCodes.Failed);
        var acts = string.Concat(Directory.EnumerateFiles(Path.Combine(_directory.Path, "stores", "blobs", "audit"), "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        acts.ShouldContain("catalogue.promote");
        acts.ShouldContain($"\"catalogue.switch\",\"target\":\"{first[..12]}\"");
    }

    [Fact]
    public async Task Discard_OfNothing_SaysSo() => (await RunAsync("catalogue", "discard")).Text.ShouldContain("Nothing waits in staging.");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        string[] all = [.. arguments, "--shop", "shop", "--data", Path.Combine(_directory.Path, "stores")];
        var code = await BundlesCommand.Create(output, output, () => Stream.Null).Parse(all).InvokeAsync();
        return (code, output.ToString());
    }
}
