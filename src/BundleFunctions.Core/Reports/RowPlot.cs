namespace BundleFunctions.Reports;

/// <summary>Bars below each other with their names; to the left of the zero where negative.</summary>
public static class RowPlot
{
    private const int Top = 24;
    private const int RowHeight = 20;
    private const int Left = 240;
    private const int Right = PlotBox.Width - 90;

    /// <param name="title">What is shown.</param>
    /// <param name="rows">One or more.</param>
    public static Markup Draw(string title, IReadOnlyList<(string Name, double Value)> rows)
    {
        var axis = new Axis(Math.Min(0, rows.Min(row => row.Value)), Math.Max(0, rows.Max(row => row.Value)), Left, Right);
        var zero = axis.Of(0);
        var plot = PlotBox.Open(title, Top + (rows.Count * RowHeight) + 8);
        plot.Add($"<line class=\"axis\" x1=\"{zero}\" y1=\"{Top - 4}\" x2=\"{zero}\" y2=\"{Top + (rows.Count * RowHeight)}\"/>\n");
        for (var i = 0; i < rows.Count; i++)
        {
            var (y, end) = (Top + (i * RowHeight), axis.Of(rows[i].Value));
            plot.Add($"<text x=\"0\" y=\"{y + 12}\">{PlotBox.Cut(rows[i].Name)}</text>");
            plot.Add($"<rect x=\"{Math.Min(zero, end)}\" y=\"{y + 1}\" width=\"{Math.Abs(end - zero)}\" height=\"{RowHeight - 5}\" fill=\"{Palette.ColourOf(0)}\"><title>{rows[i].Name}: {rows[i].Value}</title></rect>");
            plot.Add($"<text x=\"{Right + 8}\" y=\"{y + 12}\">{Math.Round(rows[i].Value, 2)}</text>\n");
        }

        return plot.Add($"</svg>\n");
    }
}
