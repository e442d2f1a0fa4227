using System.Text.Json;
using System.Text.RegularExpressions;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

/// <summary>The page, looked at in a browser: every plot has drawn, and nothing is complained about under its own content security policy.</summary>
[RequiresChromium]
public sealed partial class SalesPageTests : IDisposable
{
    private const int Width = 1200;
    private const int FirstColour = 0x0072b2;

    // Where each plot stands, and how large the shapes in it are; asked by a copy of the page, since the page itself runs nothing.
    private const string Surveyor = """
        <script>
          const shapes = plot => [...plot.querySelectorAll("rect,circle,polyline,line:not(.axis)")].map(shape => shape.getBBox()).filter(box => box.width + box.height > 0);
          const plots = [...document.querySelectorAll("svg.plot")].map(plot => {
            const at = plot.getBoundingClientRect();
            return { label: plot.getAttribute("aria-label"), left: Math.round(at.left + scrollX), top: Math.round(at.top + scrollY), width: Math.round(at.width), height: Math.round(at.height), shapes: shapes(plot).length };
          });
          document.body.innerHTML = "<pre>" + JSON.stringify({ height: document.documentElement.scrollHeight, plots }) + "</pre>";
        </script>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("page");

    [ContractFact]
    public async Task Page_InABrowser_DrawsEveryPlotAndComplainsOfNothing()
    {
        var report = await ReportAsync();
        var (page, picture) = (Path.Combine(_folder.FullName, "sales.html"), Path.Combine(_folder.FullName, "sales.png"));
        await File.WriteAllTextAsync(page, SalesHtml.Render(report));

        var (height, plots) = Survey(SalesHtml.Render(report));
        var complaints = Chromium.Photograph(page, _folder.FullName, Width, height, picture);

        complaints.ShouldBeEmpty();
        plots.Count.ShouldBeGreaterThan(12);
        plots.Select(plot => plot.Label).Distinct().Count().ShouldBe(plots.Count);
        var seen = Picture.Read(picture);
        (seen.Width, seen.Height).ShouldBe((Width, height));
        foreach (var plot in plots)
        {
            plot.Shapes.ShouldBeGreaterThan(0, plot.Label);
            var colours = seen.Colours(plot.Left, plot.Top, plot.Width, plot.Height);
            colours.Count.ShouldBeGreaterThan(2, plot.Label);
            colours.Where(colour => IsNear(colour.Key, FirstColour)).Sum(colour => colour.Value).ShouldBeGreaterThan(20, plot.Label);
        }

        // Between the plots there is paper: what was counted above is theirs.
        seen.Colours(0, 0, 10, height).ShouldHaveSingleItem().Key.ShouldBe(0xffffff);
    }

    [ContractFact]
    public async Task Page_StyleOrScriptOfSomebodyElse_IsRefusedByThePageItself()
    {
        var page = Path.Combine(_folder.FullName, "changed.html");
        var html = SalesHtml.Render(await ReportAsync());
        await File.WriteAllTextAsync(page, html.Replace("</body>", "<style>body{background:#f00}</style><script>console.log('ran')</script></body>", StringComparison.Ordinal));

        var complaints = Chromium.Photograph(page, _folder.FullName, Width, 300, Path.Combine(_folder.FullName, "changed.png"));

        complaints.ShouldNotBeEmpty();
        complaints.ShouldAllBe(line => line.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));
        Picture.Read(Path.Combine(_folder.FullName, "changed.png")).Colours(0, 0, 10, 300).Keys.ShouldNotContain(0xff0000);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<SalesReport> ReportAsync()
    {
        var shop = await SalesShop.OpenAsync();
        await shop.AddProductsAsync(SalesStories.MoreProducts);
        var started = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        await shop.TryOutAsync(ExperimentBook.Empty with
        {
            Holdout = new HoldoutOptions(0.3),
            Experiments = [new ExperimentDefinition("price", [new("full"), new("half", DiscountShare: 0.5)], started)],
        });
        SalesStories.Write(shop, 400);
        shop.Clock.Advance(TimeSpan.FromDays(60));
        return await shop.ReportAsync();
    }

    private (int Height, IReadOnlyList<Plot> Plots) Survey(string html)
    {
        var page = Path.Combine(_folder.FullName, "survey.html");
        File.WriteAllText(page, Policy().Replace(html, "").Replace("</body>", $"{Surveyor}</body>", StringComparison.Ordinal));
        var document = Chromium.Document(page, _folder.FullName, Width);
        var start = document.IndexOf("<pre>", StringComparison.Ordinal) + "<pre>".Length;
        using var json = JsonDocument.Parse(System.Net.WebUtility.HtmlDecode(document[start..document.IndexOf("</pre>", StringComparison.Ordinal)]));
        return (
            json.RootElement.GetProperty("height").GetInt32(),
            [.. json.RootElement.GetProperty("plots").EnumerateArray().Select(plot => new Plot(
                plot.GetProperty("label").GetString()!, Number(plot, "left"), Number(plot, "top"), Number(plot, "width"), Number(plot, "height"), Number(plot, "shapes")))]);
    }

    private static int Number(JsonElement plot, string name) => plot.GetProperty(name).GetInt32();

    // Edges are smoothed, and intervals shine through.
    private static bool IsNear(int colour, int other) =>
        new[] { 16, 8, 0 }.All(shift => Math.Abs(((colour >> shift) & 255) - ((other >> shift) & 255)) < 48);

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Policy();

    private sealed record Plot(string Label, int Left, int Top, int Width, int Height, int Shapes);
}
