using System.Diagnostics;
using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Api;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.EndToEnd.Tests.Samples;

/// <summary>Opens <c>samples/product-page</c> in a browser, on another origin than the service.</summary>
[RequiresBrowser]
public sealed class ProductPageTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Find(), "samples/product-page");

    // What a visitor would do: take the first bundle once it is there.
    private const string Visitor = """
        <script type="module">
          const look = setInterval(() => {
            if (document.body.dataset.ready) {
              clearInterval(look);
              document.querySelector("[data-bundle] button").click();
            }
          }, 20);
        </script>
        """;

    [ContractFact]
    public async Task Page_OpenedAndFirstBundleTaken_ShowsItPutsItInTheCartAndTellsBoth()
    {
        using var directory = new TemporaryDirectory();
        Run("node", RequiresBrowserAttribute.Compiler, "--project", Folder, "--outDir", directory.Path);
        await using var shop = await SampleShop.StartAsync();
        await using var pages = await ServeAsync(directory.Path);
        var page = new Uri(pages.Urls.First());
        await shop.AllowAsync(page);

        var dom = Browse(directory.Path, $"{page}?url={Uri.EscapeDataString(shop.Url.GetLeftPart(UriPartial.Authority))}&shop={TwoShops.Mine}&key={shop.Keys.ReadKey}&product=a-1");

        dom.ShouldContain("data-bundle=\"");
        dom.ShouldContain("Bought together in");
        dom.ShouldContain("2 for €");
        dom.ShouldContain("<output id=\"cart\">a-1, b-1</output>");
        var told = (await shop.PostedAsync()).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        told.Select(line => line.GetProperty("type").GetString()).Distinct().ShouldBe(["impression", "click"], ignoreOrder: true);
        told.Select(line => line.GetProperty("recommendationId").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [ContractFact]
    public async Task Page_OriginThatTheShopDoesNotName_ShowsNoBundlesAndStaysWhole()
    {
        using var directory = new TemporaryDirectory();
        Run("node", RequiresBrowserAttribute.Compiler, "--project", Folder, "--outDir", directory.Path);
        await using var shop = await SampleShop.StartAsync();
        await using var pages = await ServeAsync(directory.Path);

        var dom = Browse(directory.Path, $"{pages.Urls.First()}?url={Uri.EscapeDataString(shop.Url.GetLeftPart(UriPartial.Authority))}&shop={TwoShops.Mine}&key={shop.Keys.ReadKey}&product=a-1");

        dom.ShouldContain("data-ready=\"true\"");
        dom.ShouldNotContain("data-bundle=\"");
    }

    private static async Task<WebApplication> ServeAsync(string compiled)
    {
        var html = (await File.ReadAllTextAsync(Path.Combine(Folder, "index.html"))).Replace("</html>", $"{Visitor}</html>", StringComparison.Ordinal);
        var script = await File.ReadAllTextAsync(Path.Combine(compiled, "bundles.js"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content(html, "text/html"));
        app.MapGet("/bundles.js", () => Results.Content(script, "text/javascript"));
        await app.StartAsync();
        return app;
    }

    private static string Browse(string profile, string url) => Run(
        RequiresBrowserAttribute.Browser,
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", $"--user-data-dir={Path.Combine(profile, "profile")}", "--virtual-time-budget=10000", "--dump-dom", url);

    private static string Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{command}: {output.Result}{error.Result}");
        return output.Result;
    }
}
