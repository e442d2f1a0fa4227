namespace BundleFunctions.Training;

/// <summary>What a scheduled run trains, by how much data there is.</summary>
/// <remarks>The minima keep a shop from paying for models that a nearest-neighbour table beats: below a few thousand orders the
/// contest picks a classical model nearly always.</remarks>
public sealed record RetrainOptions
{
    public const string SectionName = "Retrain";

    /// <summary>When deep models are trained: <c>Never</c>, <c>Auto</c> by the minima below, <c>Always</c>.</summary>
    public DeepTraining Deep { get; init; } = DeepTraining.Never;

    /// <summary>Accepted events below which <c>Auto</c> trains no deep model, 0 or more.</summary>
    public long DeepMinEvents { get; init; } = 50_000;

    /// <summary>Orders of the last model below which <c>Auto</c> trains no deep model, 0 or more. Not asked before the first model.</summary>
    public long DeepMinOrders { get; init; } = 5_000;

    /// <summary>Products of the catalogue below which <c>Auto</c> trains no deep model, 0 or more.</summary>
    public long DeepMinProducts { get; init; } = 200;

    /// <summary>Whether deep models may be trained on a GPU; then the training job must have a GPU profile.</summary>
    public bool Gpu { get; init; }

    /// <summary>Accepted events from which a deep run takes the GPU, 0 or more.</summary>
    public long GpuMinEvents { get; init; } = 1_000_000;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !Enum.IsDefined(Deep) ? $"Retrain:Deep is {Deep}; expected one of {string.Join(", ", Enum.GetNames<DeepTraining>())}."
        : DeepMinEvents < 0 ? $"Retrain:DeepMinEvents is {DeepMinEvents}; expected 0 or more."
        : DeepMinOrders < 0 ? $"Retrain:DeepMinOrders is {DeepMinOrders}; expected 0 or more."
        : DeepMinProducts < 0 ? $"Retrain:DeepMinProducts is {DeepMinProducts}; expected 0 or more."
        : GpuMinEvents < 0 ? $"Retrain:GpuMinEvents is {GpuMinEvents}; expected 0 or more."
        : null;
}
