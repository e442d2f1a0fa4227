namespace BundleFunctions.Reports;

/// <summary>A colour a series: the eight of Okabe and Ito 2008, which colour-blind readers tell apart, then again with dashes.</summary>
public static class Palette
{
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c6d31", "#7f7f7f"];

    public static string ColourOf(int series) => Colours[series % Colours.Length];

    public static string DashOf(int series) => series < Colours.Length ? "none" : "5 3";
}
