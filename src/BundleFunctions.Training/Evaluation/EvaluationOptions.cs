namespace BundleFunctions.Training.Evaluation;

/// <summary>How models are judged.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Level of every interval.</summary>
    public const double Level = 0.95;

    /// <summary>Items that a shop shows at once, 1..1000: the cut of most figures.</summary>
    public int Cut { get; init; } = 10;

    /// <summary>Bootstrap resamples and permutations, 100..100000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>For resamples and permutations.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, 1 or more. The figures are the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Cut is < 1 or > 1000 ? $"evaluation.cut is {Cut}; expected 1..1000."
        : Resamples is < 100 or > 100_000 ? $"evaluation.resamples is {Resamples}; expected 100..100000."
        : Threads < 1 ? $"evaluation.threads is {Threads}; expected 1 or more."
        : null;
}
