using System.Globalization;

namespace BundleFunctions.Serving.Rules;

/// <summary>Numbers from <paramref name="Min"/> to <paramref name="Max"/>, both included; null is no bound.</summary>
public sealed record NumberRange(decimal? Min = null, decimal? Max = null)
{
    /// <summary>Whether the number lies in the range. One that is not known lies in none.</summary>
    public bool Holds(decimal? number) => number is { } known && !(known < Min) && !(known > Max);

    /// <summary>What is wrong with the range, in words; null where it is well.</summary>
    public string? Validate(string name) =>
        Min is null && Max is null ? $"{name} has neither min nor max."
        : Min > Max ? string.Create(CultureInfo.InvariantCulture, $"{name} begins at {Min}, above its end {Max}.")
        : null;
}
