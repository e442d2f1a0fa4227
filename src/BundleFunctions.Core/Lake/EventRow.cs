namespace BundleFunctions.Lake;

/// <summary>One event as numbers and spans, on its way into <see cref="EventColumns"/>. Codes are those of the columns' <see cref="TextTable"/>,
/// <see cref="TextTable.None"/> where the event has no such text. What is not set is absent.</summary>
internal ref struct EventRow
{
    /// <summary>A number that is absent; all numbers of an event are 0 or more.</summary>
    public const long Absent = -1;

    public EventRow()
    {
    }

    /// <summary>UTF-8; must be there.</summary>
    public ReadOnlySpan<byte> EventId { get; set; }

    public EventType Type { get; set; }

    /// <summary>Microseconds since 1970, UTC (<see cref="LakeUnits"/>).</summary>
    public long OccurredAt { get; set; }

    /// <summary>Code of the pseudonym's 32 hexadecimal digits.</summary>
    public int Visitor { get; set; }

    public int User { get; set; }

    public int Session { get; set; }

    public int Order { get; set; }

    public int Currency { get; set; }

    public int Query { get; set; }

    public int Channel { get; set; }

    public int BundleId { get; set; }

    public int Robot { get; set; }

    /// <summary>UTF-8, seldom twice the same; empty where it is absent.</summary>
    public ReadOnlySpan<byte> RecommendationId { get; set; }

    /// <summary>In units of 10^-8 (<see cref="LakeUnits"/>).</summary>
    public long Rating { get; set; } = Absent;

    public ConsentCode Consent { get; set; }

    public ReadOnlySpan<ItemRow> Items { get; set; }
}
