namespace BundleFunctions.Planning.Series;

/// <summary>How long one value of a series is.</summary>
public enum SeriesStep
{
    /// <summary>A UTC day; the season is a week of 7.</summary>
    Day,

    /// <summary>A week from Monday on; the season is a year of 52.</summary>
    Week,
}
