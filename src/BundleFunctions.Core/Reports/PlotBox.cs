namespace BundleFunctions.Reports;

/// <summary>The frame of a plot: a figure of its own with a title, which readers of screens are told too.</summary>
internal static class PlotBox
{
    public const int Width = 760;

    private const int MaxName = 34;

    public static Markup Open(string title, int height) => new Markup().Add(
        $"<svg class=\"plot\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\"><text class=\"title\" x=\"0\" y=\"14\">{title}</text>\n");

    /// <summary>A name that fits beside a bar.</summary>
    public static string Cut(string name) => name.Length <= MaxName ? name : string.Concat(name.AsSpan(0, MaxName - 1), "…");
}
