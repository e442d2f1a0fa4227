namespace BundleFunctions.Publishing;

/// <summary>How generations are published.</summary>
public sealed record PublishingOptions
{
    public const string SectionName = "Publishing";

    /// <summary>When the store may drop a generation's documents, from their writing; far longer than the retrain interval, 1 day or more.</summary>
    public TimeSpan DocumentTimeToLive { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Newest generations that are kept besides the current and the previous one, 0..100.</summary>
    public int KeepGenerations { get; init; } = 2;

    /// <summary>A generation with fewer bundles than this share of the current one's is refused, 0..1; 0 refuses none but an empty one.</summary>
    public double MinShareOfCurrent { get; init; } = 0.1;

    /// <summary>Documents of one write, 1..10,000.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Documents that are read back before the switch, 0..1,000.</summary>
    public int SampleReads { get; init; } = 16;

    /// <summary>Tries of one call to a store that fails for a moment, 1..20, on top of the adapter's own.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Wait before the second try; doubled before each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Bundles of one person, 0..50; 0 publishes none for persons.</summary>
    public int BundlesPerUser { get; init; } = 10;

    /// <summary>Products of a person's ranking whose lists are looked at, 1..50.</summary>
    public int ListsPerUser { get; init; } = 20;

    /// <summary>Bundles of each of these lists that are looked at, 1..50.</summary>
    public int BundlesPerList { get; init; } = 5;

    /// <summary>Whether bundles with a product that the person has bought are left out, where the model says what was bought.</summary>
    public bool ExcludeOwned { get; init; } = true;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        DocumentTimeToLive < TimeSpan.FromDays(1) ? $"Publishing:DocumentTimeToLive is {DocumentTimeToLive}; expected 1 day or more."
        : KeepGenerations is < 0 or > 100 ? $"Publishing:KeepGenerations is {KeepGenerations}; expected 0..100."
        : MinShareOfCurrent is not (>= 0 and <= 1) ? $"Publishing:MinShareOfCurrent is {MinShareOfCurrent}; expected 0..1."
        : BatchSize is < 1 or > 10_000 ? $"Publishing:BatchSize is {BatchSize}; expected 1..10000."
        : SampleReads is < 0 or > 1000 ? $"Publishing:SampleReads is {SampleReads}; expected 0..1000."
        : Tries is < 1 or > 20 ? $"Publishing:Tries is {Tries}; expected 1..20."
        : BundlesPerUser is < 0 or > 50 ? $"Publishing:BundlesPerUser is {BundlesPerUser}; expected 0..50."
        : ListsPerUser is < 1 or > 50 ? $"Publishing:ListsPerUser is {ListsPerUser}; expected 1..50."
        : BundlesPerList is < 1 or > 50 ? $"Publishing:BundlesPerList is {BundlesPerList}; expected 1..50."
        : RetryDelay < TimeSpan.Zero || RetryDelay > TimeSpan.FromMinutes(1) ? $"Publishing:RetryDelay is {RetryDelay}; expected 0..1 minute."
        : null;
}
