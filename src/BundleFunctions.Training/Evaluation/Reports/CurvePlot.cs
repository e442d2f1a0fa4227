using BundleFunctions.Reports;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>A line a model in a square from 0,0 to 1,1, with a legend.</summary>
internal static class CurvePlot
{
    private const int Left = 40;
    private const int Top = 30;
    private const int Size = 260;

    /// <param name="ticks">Places on the horizontal axis and what they are called.</param>
    /// <param name="curves">Points of each model, in order of the report's models; both coordinates 0..1.</param>
    /// <param name="diagonal">Whether to draw the line of evenness.</param>
    public static Markup Draw(
        EvaluationReport report,
        string title,
        string horizontal,
        IReadOnlyList<(double X, string Name)> ticks,
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> curves,
        bool diagonal)
    {
        var plot = new Markup().Add($"<svg viewBox=\"0 0 480 340\" role=\"img\" aria-label=\"{title}\"><text class=\"title\" x=\"0\" y=\"14\">{title}</text>\n");
        plot.Add($"<rect class=\"frame\" x=\"{Left}\" y=\"{Top}\" width=\"{Size}\" height=\"{Size}\"/>\n");
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            plot.Add($"<text x=\"4\" y=\"{Y(share) + 4}\">{share}</text><line class=\"grid\" x1=\"{Left}\" y1=\"{Y(share)}\" x2=\"{Left + Size}\" y2=\"{Y(share)}\"/>\n");
        }

        foreach (var (x, name) in ticks)
        {
            plot.Add($"<text x=\"{X(x)}\" y=\"{Top + Size + 16}\" text-anchor=\"middle\">{name}</text>");
        }

        plot.Add($"<text x=\"{Left + (Size / 2)}\" y=\"{Top + Size + 34}\" text-anchor=\"middle\">{horizontal}</text>\n");
        if (diagonal)
        {
            plot.Add($"<line class=\"grid\" x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(1)}\"/>\n");
        }

        for (var model = 0; model < curves.Count; model++)
        {
            var points = string.Join(' ', curves[model].Select(point => new Markup().Add($"{X(point.X)},{Y(point.Y)}").ToString()));
            plot.Add($"<polyline fill=\"none\" stroke=\"{Palette.ColourOf(model)}\" stroke-width=\"2\" stroke-dasharray=\"{Palette.DashOf(model)}\" points=\"{points}\"/>");
            plot.Add($"<line x1=\"315\" y1=\"{Top + 8 + (model * 18)}\" x2=\"335\" y2=\"{Top + 8 + (model * 18)}\" stroke=\"{Palette.ColourOf(model)}\" stroke-width=\"3\" stroke-dasharray=\"{Palette.DashOf(model)}\"/>");
            plot.Add($"<text x=\"342\" y=\"{Top + 12 + (model * 18)}\">{report.Models[model].Model}</text>\n");
        }

        return plot.Add($"</svg>\n");
    }

    private static double X(double share) => Left + (share * Size);

    private static double Y(double share) => Top + ((1 - share) * Size);
}
