namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>How long is sampled, and when that was long enough.</summary>
public sealed record GibbsOptions
{
    /// <summary>Chains from different starts, 2 or more.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>Sweeps of a round; after each it is asked whether the chains agree. 20 or more.</summary>
    public int SweepsPerRound { get; init; } = 500;

    /// <summary>Rounds at most, 1 or more.</summary>
    public int MaxRounds { get; init; } = 20;

    /// <summary>Largest potential scale reduction (R-hat) of any item that passes, above 1.</summary>
    public double MaxRHat { get; init; } = 1.02;

    /// <summary>Least effective sample size of any item that passes.</summary>
    public double MinEffective { get; init; } = 400;

    public ulong Seed { get; init; } = 1;
}
