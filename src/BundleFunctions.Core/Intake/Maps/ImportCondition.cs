namespace BundleFunctions.Intake.Maps;

/// <summary>Holds for some records. Exactly one of the conditions is set.</summary>
public record ImportCondition
{
    /// <summary>The place looked at.</summary>
    public required ImportSource Column { get; init; }

    /// <summary>Fits texts that start so, compared ordinally.</summary>
    public string? StartsWith { get; init; }

    /// <summary>Fits these texts, whatever the case of their letters.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>Fits all texts but these, and where there is none.</summary>
    public IReadOnlyList<string>? UnlessOneOf { get; init; }

    /// <summary>Fits what does not start with that many digits.</summary>
    public int? UnlessStartsWithDigits { get; init; }

    /// <summary>Fits numbers of at most this; what is no number is left to our own checks.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>Fits where nothing is there.</summary>
    public bool? IsAbsent { get; init; }

    /// <summary>How many conditions are set.</summary>
    internal int Conditions =>
        ((object?[])[StartsWith, OneOf, UnlessOneOf, UnlessStartsWithDigits, AtMost, IsAbsent]).Count(condition => condition is not null);

    /// <summary>Whether a record with this text in the place fits.</summary>
    /// <param name="value">The text; null or empty where nothing is there.</param>
    public bool Fits(string? value)
    {
        var text = value ?? string.Empty;
        return StartsWith is { } start ? text.StartsWith(start, StringComparison.Ordinal)
            : OneOf is { } some ? some.Contains(text, StringComparer.OrdinalIgnoreCase)
            : UnlessOneOf is { } others ? !others.Contains(text, StringComparer.OrdinalIgnoreCase)
            : UnlessStartsWithDigits is { } digits ? text.Length < digits || text.AsSpan(0, digits).ContainsAnyExceptInRange('0', '9')
            : AtMost is { } most ? FieldNumbers.TryParse(text, out var number) && number <= most
            : IsAbsent is true && text.Length == 0;
    }
}
