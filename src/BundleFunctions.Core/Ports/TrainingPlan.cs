namespace BundleFunctions.Ports;

/// <summary>What a training run is to do, and on what.</summary>
/// <param name="Deep">Whether deep models are trained beside the classical ones.</param>
/// <param name="Profile">The machine.</param>
/// <param name="Reason">Why, in words; empty where nobody had to choose.</param>
public sealed record TrainingPlan(bool Deep, ComputeProfile Profile, string Reason)
{
    /// <summary>The classical models, on processors.</summary>
    public static TrainingPlan Classical { get; } = new(false, ComputeProfile.Cpu, string.Empty);
}
