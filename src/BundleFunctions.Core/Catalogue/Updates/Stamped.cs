namespace BundleFunctions.Catalogue.Updates;

/// <summary>A value and since when it holds.</summary>
internal sealed record Stamped<T>(T Value, DateTimeOffset At)
{
    /// <summary>The later of two; of one moment the second.</summary>
    public static Stamped<T>? Later(Stamped<T>? one, Stamped<T>? other) => one is null || other?.At >= one.At ? other ?? one : one;

    /// <summary>The value where it is younger than a moment; null otherwise.</summary>
    public static Stamped<T>? After(Stamped<T>? value, DateTimeOffset moment) => value?.At > moment ? value : null;
}
