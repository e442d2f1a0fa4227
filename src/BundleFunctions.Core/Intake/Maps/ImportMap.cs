namespace BundleFunctions.Intake.Maps;

/// <summary>How somebody else's event records become ours: one record, one event with one item or many.</summary>
public sealed record ImportMap : RecordMap<EventField>
{
    /// <summary>Where the items of a record stand, when it may have several; null where its columns are the one item.</summary>
    public ImportItems? Items { get; init; }

    /// <summary>What becomes of records whose type is none of ours after <see cref="RecordMap{TField}.Values"/>: refused, or left out.</summary>
    public OtherTypes OtherTypes { get; init; }

    /// <summary>Records that are refunds, or cancellations: their type is refund.</summary>
    public ImportRefunds? Refunds { get; init; }
}
