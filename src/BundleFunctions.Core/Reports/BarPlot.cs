namespace BundleFunctions.Reports;

/// <summary>Bars beside each other, in the order given; a bar of several values has the later ones in front, each a part of the first.</summary>
public static class BarPlot
{
    private const int Top = 26;
    private const int Height = 160;

    /// <param name="title">What is shown.</param>
    /// <param name="bars">One or more: a name, and its values, 0 or more.</param>
    /// <param name="series">What the values are, one a value; with a single one there is no legend.</param>
    public static Markup Draw(string title, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> bars, IReadOnlyList<string> series)
    {
        var highest = bars.Max(bar => bar.Values.Max());
        var axis = new Axis(0, highest, Top + Height, Top);
        var step = (double)PlotBox.Width / bars.Count;
        var plot = PlotBox.Open(title, Top + Height + 40);
        plot.Add($"<line class=\"axis\" x1=\"0\" y1=\"{Top + Height}\" x2=\"{PlotBox.Width}\" y2=\"{Top + Height}\"/>\n");
        for (var i = 0; i < bars.Count; i++)
        {
            for (var number = 0; number < bars[i].Values.Count; number++)
            {
                var y = axis.Of(bars[i].Values[number]);
                plot.Add($"<rect x=\"{i * step}\" y=\"{y}\" width=\"{Math.Max(0.5, step * 0.85)}\" height=\"{Top + Height - y}\" fill=\"{Palette.ColourOf(number)}\">");
                plot.Add($"<title>{bars[i].Name}: {bars[i].Values[number]}</title></rect>\n");
            }
        }

        plot.Add($"<text x=\"0\" y=\"{Top + Height + 16}\">{bars[0].Name}</text>");
        plot.Add($"<text x=\"{PlotBox.Width}\" y=\"{Top + Height + 16}\" text-anchor=\"end\">{bars[^1].Name}; highest {highest}</text>\n");
        for (var number = 0; series.Count > 1 && number < series.Count; number++)
        {
            plot.Add($"<rect x=\"{number * 190}\" y=\"{Top + Height + 24}\" width=\"10\" height=\"10\" fill=\"{Palette.ColourOf(number)}\"/><text x=\"{(number * 190) + 15}\" y=\"{Top + Height + 33}\">{series[number]}</text>\n");
        }

        return plot.Add($"</svg>\n");
    }
}
