namespace BundleFunctions.Operations;

/// <summary>What a shop uses; measured where it can be, said by its owner where it cannot.</summary>
public sealed record ShopUsage
{
    /// <summary>Documents of one generation.</summary>
    public required long Documents { get; init; }

    /// <summary>Mean size of a document, in bytes.</summary>
    public required double DocumentBytes { get; init; }

    /// <summary>Generations that are kept in the document store.</summary>
    public double GenerationsKept { get; init; } = 4;

    /// <summary>Blobs, in bytes.</summary>
    public required long BlobBytes { get; init; }

    /// <summary>Seconds of the machine that a retrain takes.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>Whether that machine has a GPU.</summary>
    public bool Gpu { get; init; }

    /// <summary>Retrains a month.</summary>
    public double RetrainsPerMonth { get; init; } = 30;

    /// <summary>Answers a month.</summary>
    public double AnswersPerMonth { get; init; }

    /// <summary>Share of answers that memory or a cache gives without a read, 0..1.</summary>
    public double CacheShare { get; init; } = 0.8;

    /// <summary>Milliseconds of an instance that an answer takes, its share of waiting included.</summary>
    public double AnswerMilliseconds { get; init; } = 2;

    /// <summary>Gigabytes of memory of an instance.</summary>
    public double InstanceGigabytes { get; init; } = 2;
}
