using System.Globalization;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>How popularity is counted.</summary>
public sealed record PopularityOptions
{
    /// <summary>Days in which a row's weight halves, counted back from the newest row; above 0. Read by recent popularity alone.</summary>
    public double HalfLifeDays { get; init; } = 30;

    /// <summary>What an item of another category than the query's counts beside one of the same, 0..1. Read by category popularity alone.</summary>
    public double OtherCategories { get; init; } = 0.01;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !(HalfLifeDays > 0 && double.IsFinite(HalfLifeDays)) ? $"popularity.halfLifeDays is {HalfLifeDays.ToString(CultureInfo.InvariantCulture)}; expected above 0."
        : OtherCategories is not (>= 0 and <= 1) ? $"popularity.otherCategories is {OtherCategories.ToString(CultureInfo.InvariantCulture)}; expected 0..1."
        : null;
}
