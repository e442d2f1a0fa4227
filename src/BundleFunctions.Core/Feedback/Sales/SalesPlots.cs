using System.Globalization;
using System.Net;
using System.Text;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The report's plots, as inline SVG.</summary>
internal static class SalesPlots
{
    private const int Width = 760;
    private const int Height = 180;

    /// <summary>One bar a day.</summary>
    public static string Days(IReadOnlyList<SalesDay> days, Func<SalesDay, decimal> of, string label)
    {
        var top = Math.Max(days.Max(of), 0.01m);
        var step = (double)Width / days.Count;
        var svg = Open(Height + 20, label);
        for (var i = 0; i < days.Count; i++)
        {
            var height = (double)(of(days[i]) / top) * Height;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{i * step:F2}\" y=\"{Height - height:F2}\" width=\"{Math.Max(0.5, step * 0.85):F2}\" height=\"{height:F2}\"><title>{days[i].Day:yyyy-MM-dd}: {of(days[i]):N2}</title></rect>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{Height + 15}\">{days[0].Day:yyyy-MM-dd}</text>")
            .Append(CultureInfo.InvariantCulture, $"<text x=\"{Width}\" y=\"{Height + 15}\" text-anchor=\"end\">{days[^1].Day:yyyy-MM-dd}; highest {top:N2}</text></svg>");
        return svg.ToString();
    }

    /// <summary>One line an estimate, with its interval and the zero that it is compared with.</summary>
    public static string Intervals(IReadOnlyList<(string Name, Estimate Estimate)> estimates, string label)
    {
        var low = Math.Min(0, estimates.Min(row => row.Estimate.Low));
        var high = Math.Max(0, estimates.Max(row => row.Estimate.High));
        var scale = high > low ? (Width - 240) / (high - low) : 0;
        var svg = Open((estimates.Count * 26) + 8, label);
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"zero\" x1=\"{Place(0):F2}\" x2=\"{Place(0):F2}\" y1=\"0\" y2=\"{(estimates.Count * 26) + 8}\"/>");
        for (var i = 0; i < estimates.Count; i++)
        {
            var (name, estimate) = estimates[i];
            var y = (i * 26) + 16;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{y + 4}\">{WebUtility.HtmlEncode(name)}</text>")
                .Append(CultureInfo.InvariantCulture, $"<line x1=\"{Place(estimate.Low):F2}\" x2=\"{Place(estimate.High):F2}\" y1=\"{y}\" y2=\"{y}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Place(estimate.Value):F2}\" cy=\"{y}\" r=\"4\"><title>{estimate.Value:G4} ({estimate.Low:G4} to {estimate.High:G4})</title></circle>");
        }

        return svg.Append("</svg>").ToString();

        double Place(double value) => 230 + ((value - low) * scale);
    }

    private static StringBuilder Open(int height, string label) => new StringBuilder().Append(
        CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\">");
}
