using BundleFunctions.Statistics;

namespace BundleFunctions.Reports;

/// <summary>Estimates with their intervals, one below the other, and the zero that they are compared with.</summary>
public static class EstimatePlot
{
    private const int Top = 24;
    private const int RowHeight = 24;
    private const int Left = 240;

    /// <param name="title">What is shown.</param>
    /// <param name="rows">One or more.</param>
    public static Markup Draw(string title, IReadOnlyList<(string Name, Estimate Estimate)> rows)
    {
        var axis = new Axis(Math.Min(0, rows.Min(row => row.Estimate.Low)), Math.Max(0, rows.Max(row => row.Estimate.High)), Left, PlotBox.Width - 10);
        var plot = PlotBox.Open(title, Top + (rows.Count * RowHeight) + 8);
        plot.Add($"<line class=\"axis\" x1=\"{axis.Of(0)}\" y1=\"{Top - 4}\" x2=\"{axis.Of(0)}\" y2=\"{Top + (rows.Count * RowHeight)}\"/>\n");
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, estimate) = rows[i];
            var y = Top + (i * RowHeight) + 10;
            plot.Add($"<text x=\"0\" y=\"{y + 4}\">{PlotBox.Cut(name)}</text><line x1=\"{axis.Of(estimate.Low)}\" y1=\"{y}\" x2=\"{axis.Of(estimate.High)}\" y2=\"{y}\" stroke=\"{Palette.ColourOf(0)}\" stroke-width=\"3\" stroke-opacity=\"0.5\"/>");
            plot.Add($"<circle cx=\"{axis.Of(estimate.Value)}\" cy=\"{y}\" r=\"4\" fill=\"{Palette.ColourOf(0)}\"><title>{name}: {estimate.Value} ({estimate.Low} to {estimate.High})</title></circle>\n");
        }

        return plot.Add($"</svg>\n");
    }
}
