namespace BundleFunctions.Reports;

/// <summary>Lines over steps of time, from zero up.</summary>
public static class LinePlot
{
    private const int Top = 26;
    private const int Height = 150;
    private const int Left = 60;

    /// <param name="title">What is shown.</param>
    /// <param name="steps">One or more names of steps.</param>
    /// <param name="lines">Each with a value a step, 0 or more.</param>
    public static Markup Draw(string title, IReadOnlyList<string> steps, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> lines)
    {
        var highest = lines.Max(line => line.Values.Max());
        var (across, up) = (new Axis(0, steps.Count - 1, Left, PlotBox.Width - 10), new Axis(0, highest, Top + Height, Top));
        var plot = PlotBox.Open(title, Top + Height + 40);
        plot.Add($"<line class=\"axis\" x1=\"{Left}\" y1=\"{Top + Height}\" x2=\"{PlotBox.Width}\" y2=\"{Top + Height}\"/><text x=\"0\" y=\"{Top + 6}\">{Math.Round(highest, 3)}</text><text x=\"0\" y=\"{Top + Height}\">0</text>\n");
        for (var number = 0; number < lines.Count; number++)
        {
            var colour = Palette.ColourOf(number);
            var points = lines[number].Values.Select((value, step) => new Markup().Add($"{across.Of(step)},{up.Of(value)}").ToString()).ToArray();
            plot.Add($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points)}\"/>\n");
            for (var step = 0; step < steps.Count; step++)
            {
                plot.Add($"<circle cx=\"{across.Of(step)}\" cy=\"{up.Of(lines[number].Values[step])}\" r=\"3\" fill=\"{colour}\"><title>{steps[step]}: {lines[number].Values[step]}</title></circle>");
            }

            plot.Add($"<rect x=\"{number * 190}\" y=\"{Top + Height + 24}\" width=\"10\" height=\"10\" fill=\"{colour}\"/><text x=\"{(number * 190) + 15}\" y=\"{Top + Height + 33}\">{lines[number].Name}</text>\n");
        }

        plot.Add($"<text x=\"{Left}\" y=\"{Top + Height + 16}\">{steps[0]}</text><text x=\"{PlotBox.Width}\" y=\"{Top + Height + 16}\" text-anchor=\"end\">{steps[^1]}</text>\n");
        return plot.Add($"</svg>\n");
    }
}
