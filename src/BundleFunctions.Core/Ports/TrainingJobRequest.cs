namespace BundleFunctions.Ports;

/// <summary>What to train.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Tick">The schedule's tick, which names the run: 1..63 characters of a-z, 0-9 and inner hyphens.</param>
public sealed record TrainingJobRequest(ShopId Shop, string Tick)
{
    /// <summary>Which models, on what machine.</summary>
    public TrainingPlan Plan { get; init; } = TrainingPlan.Classical;
}
