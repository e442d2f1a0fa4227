namespace BundleFunctions.Training.Search;

/// <summary>How long and how a search goes on.</summary>
public sealed record SearchOptions
{
    /// <summary>Most trials, those of an earlier run of the same search counted, 1..100000.</summary>
    public int MaxTrials { get; init; } = 50;

    /// <summary>Most time of this run, above zero; no trial starts after it. Null where time does not matter. How far a search comes then
    /// hangs on the machine; what each trial is does not.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>For whatever is left to chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Of how many trials of a round one goes on to the next (successive halving), 2..10.</summary>
    public int Halving { get; init; } = 3;

    /// <summary>Rounds of successive halving, each with <see cref="Halving"/> times the effort of the one before and the last with all,
    /// 1..8; 1 tries everything with full effort.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxTrials is < 1 or > 100_000 ? $"search.maxTrials is {MaxTrials}; expected 1..100000."
        : MaxTime <= TimeSpan.Zero ? $"search.maxTime is {MaxTime}; expected more than zero."
        : Halving is < 2 or > 10 ? $"search.halving is {Halving}; expected 2..10."
        : Rounds is < 1 or > 8 ? $"search.rounds is {Rounds}; expected 1..8."
        : null;
}
