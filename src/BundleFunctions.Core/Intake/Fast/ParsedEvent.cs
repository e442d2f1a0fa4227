using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>One record of a chunk that became an event. Values are numbers of the worker's <see cref="ValueTables"/>.</summary>
internal struct ParsedEvent
{
    /// <summary>Where the event id stands: in the chunk, or in the batch's own ids where it was derived.</summary>
    public int IdStart;
    public int IdLength;
    public ulong IdHash;

    /// <summary>Equal for equal events, whatever their order of fields.</summary>
    public ulong Fingerprint;

    /// <summary>Microseconds since 1970, UTC.</summary>
    public long OccurredAt;
    public long Rating;

    /// <summary>By <see cref="TextField"/>.</summary>
    public TextNumbers Texts;

    /// <summary>Where the recommendation id stands in the chunk.</summary>
    public int RecommendationStart;
    public int RecommendationLength;

    /// <summary>Where its items end in the batch.</summary>
    public int ItemEnd;
    public EventType Type;
    public ConsentCode Consent;
    public bool IsIdDerived;
}
