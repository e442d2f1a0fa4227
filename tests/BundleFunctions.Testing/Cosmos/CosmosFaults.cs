namespace BundleFunctions.Testing;

/// <summary>What goes wrong with requests for items. Shares are 0..1 and drawn from the seed; databases and containers are never disturbed.</summary>
public sealed record CosmosFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static CosmosFaults None { get; } = new();

    /// <summary>Share of writes answered 429.</summary>
    public double ThrottledWrites { get; init; }

    /// <summary>Share of reads answered 429.</summary>
    public double ThrottledReads { get; init; }

    /// <summary>What a 429 says in <c>x-ms-retry-after-ms</c>.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Share of writes answered 503.</summary>
    public double UnavailableWrites { get; init; }

    /// <summary>Share of reads answered 503.</summary>
    public double UnavailableReads { get; init; }

    /// <summary>Share of writes that are done, but answered 408.</summary>
    public double LostAnswers { get; init; }

    /// <summary>Share of reads answered with bytes that are no JSON.</summary>
    public double GarbageReads { get; init; }

    /// <summary>How long each answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Where chance starts.</summary>
    public int Seed { get; init; } = 1;
}
