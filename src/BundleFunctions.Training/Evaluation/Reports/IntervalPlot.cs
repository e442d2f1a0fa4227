using BundleFunctions.Reports;

namespace BundleFunctions.Training.Evaluation.Reports;

/// <summary>One metric: a dot and an interval for each model, one below the other.</summary>
internal static class IntervalPlot
{
    private const int Left = 130;
    private const int Right = 300;
    private const int RowHeight = 20;

    public static Markup Draw(EvaluationReport report, string metric)
    {
        var figures = report.Models.Select((model, i) => (Model: model.Model, Index: i, Figure: model.Figure(metric)))
            .Where(model => model.Figure is not null).ToArray();
        var low = figures.Min(model => model.Figure!.Low);
        var high = figures.Max(model => model.Figure!.High);
        var span = high > low ? high - low : 1;
        double X(double value) => Left + ((value - low) / span * (Right - Left));

        var height = 34 + (figures.Length * RowHeight);
        var plot = new Markup().Add($"<svg viewBox=\"0 0 380 {height}\" role=\"img\" aria-label=\"{metric} of each model\"><text class=\"title\" x=\"0\" y=\"14\">{metric}</text>\n");
        for (var row = 0; row < figures.Length; row++)
        {
            var (name, index, figure) = figures[row];
            var y = 32 + (row * RowHeight);
            var colour = Palette.ColourOf(index);
            plot.Add($"<text x=\"0\" y=\"{y + 4}\">{Cut(name)}</text><line x1=\"{X(figure!.Low)}\" y1=\"{y}\" x2=\"{X(figure.High)}\" y2=\"{y}\" stroke=\"{colour}\" stroke-width=\"3\" stroke-opacity=\"0.5\"/>");
            plot.Add($"<circle cx=\"{X(figure.Mean)}\" cy=\"{y}\" r=\"4\" fill=\"{colour}\"/><text x=\"314\" y=\"{y + 4}\">{figure.Mean}</text>\n");
        }

        return plot.Add($"</svg>\n");
    }

    private static string Cut(string name) => name.Length <= 18 ? name : string.Concat(name.AsSpan(0, 17), "…");
}
