namespace BundleFunctions.Intake.Maps;

/// <summary>The items of one record. Exactly one of <see cref="From"/> and <see cref="Split"/> is set.</summary>
public sealed record ImportItems
{
    /// <summary>Place of an array of objects, in JSON.</summary>
    public string? From { get; init; }

    /// <summary>Our item field to the place within an element of <see cref="From"/>.</summary>
    public IReadOnlyDictionary<EventField, ImportSource> Columns { get; init => field = value ?? Empties<EventField, ImportSource>.All; } =
        Empties<EventField, ImportSource>.All;

    /// <summary>What stands between the values where one column holds those of several items.</summary>
    public string? Split { get; init; }
}
