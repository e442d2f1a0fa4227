namespace BundleFunctions.Intake.Maps;

/// <summary>Refuses rows. Exactly one of the conditions is set.</summary>
public sealed record ImportRefusal
{
    /// <summary>Their column.</summary>
    public required string Column { get; init; }

    /// <summary>Refuses what does not start with that many digits.</summary>
    public int? UnlessStartsWithDigits { get; init; }

    /// <summary>Refuses numbers of at most this; what is no number is left to our own checks.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>Stable code in snake_case.</summary>
    public required string Code { get; init; }

    public required string Reason { get; init; }

    /// <summary>Whether a row with this value is refused.</summary>
    public bool Fits(string value)
    {
        if (UnlessStartsWithDigits is { } digits)
        {
            return value.Length < digits || value.AsSpan(0, digits).ContainsAnyExceptInRange('0', '9');
        }

        return AtMost is { } most && FieldNumbers.TryParse(value, out var number) && number <= most;
    }
}
