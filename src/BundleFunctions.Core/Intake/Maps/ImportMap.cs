namespace BundleFunctions.Intake.Maps;

/// <summary>How somebody else's CSV columns become our events: one row, one event with one item.</summary>
public sealed record ImportMap
{
    public required string Name { get; init; }

    public char Separator { get; init; } = ',';

    /// <summary>Our field to their column.</summary>
    public required IReadOnlyDictionary<EventField, string> Columns { get; init; }

    /// <summary>Columns that are known and not wanted, so that they are not counted as unknown.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Fields that are the same for every row.</summary>
    public IReadOnlyDictionary<EventField, string> Constants { get; init; } = new Dictionary<EventField, string>();

    /// <summary>How times are written; null where they are RFC 3339.</summary>
    public ImportTime? Time { get; init; }

    /// <summary>Endings that a field is rid of, such as the <c>.0</c> that spreadsheets give to ids.</summary>
    public IReadOnlyDictionary<EventField, string> RemoveSuffix { get; init; } = new Dictionary<EventField, string>();

    /// <summary>Rows that are refunds: their type is refund, and their negative quantity is made positive.</summary>
    public ImportCondition? Refunds { get; init; }

    /// <summary>Rows that are refused, by the first rule that fits, before our own checks.</summary>
    public IReadOnlyList<ImportRefusal> Refuse { get; init; } = [];
}
