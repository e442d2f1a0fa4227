using System.Globalization;

namespace BundleFunctions.Training;

/// <summary>How the co-occurrence model is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Neighbours kept for one product, 1..200.</summary>
    public int Neighbours { get; init; } = 20;

    /// <summary>Best neighbours of which sets are formed, 0..16; 0 forms none.</summary>
    public int SetNeighbours { get; init; } = 10;

    /// <summary>Orders that must hold a set with its anchor, 1 or more.</summary>
    public int MinSetOrders { get; init; } = 5;

    /// <summary>Sets kept for one product, 0 or more.</summary>
    public int SetsPerProduct { get; init; } = 40;

    /// <summary>Share of the orders, the newest ones, on which the model is tested, 0..0.5. What is served is trained on all.</summary>
    public double TestShare { get; init; } = 0.1;

    /// <summary>Most orders that are tested, 0 or more; more are thinned out evenly in time.</summary>
    public int MaxTestOrders { get; init; } = 5000;

    /// <summary>Chooses the products that the test hides.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads, 1 or more. The result is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Neighbours is < 1 or > 200 ? $"training.neighbours is {Neighbours}; expected 1..200."
        : SetNeighbours is < 0 or > 16 ? $"training.setNeighbours is {SetNeighbours}; expected 0..16."
        : MinSetOrders < 1 ? $"training.minSetOrders is {MinSetOrders}; expected 1 or more."
        : SetsPerProduct < 0 ? $"training.setsPerProduct is {SetsPerProduct}; expected 0 or more."
        : TestShare is not (>= 0 and <= 0.5) ? $"training.testShare is {TestShare.ToString(CultureInfo.InvariantCulture)}; expected 0..0.5."
        : MaxTestOrders < 0 ? $"training.maxTestOrders is {MaxTestOrders}; expected 0 or more."
        : Threads < 1 ? $"training.threads is {Threads}; expected 1 or more."
        : null;

    /// <summary>Everything that the model depends on, in one line: part of the model's name.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"neighbours={Neighbours} setNeighbours={SetNeighbours} minSetOrders={MinSetOrders} setsPerProduct={SetsPerProduct} testShare={TestShare:R} maxTestOrders={MaxTestOrders} seed={Seed}");
}
