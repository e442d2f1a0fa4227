using System.Globalization;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>How the network is learned.</summary>
public sealed record MarkovNetworkOptions
{
    /// <summary>Items that each item may be coupled with by its own choice, 1..500; others may choose it too.</summary>
    public int Neighbours { get; init; } = 60;

    /// <summary>Ridge on couplings, above 0, in rows.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Lasso on couplings, 0 or more, in rows: weak couplings become exactly 0.</summary>
    public double L1 { get; init; } = 0.1;

    /// <summary>Rounds over an item's couplings at most, 1 or more.</summary>
    public int MaxSweeps { get; init; } = 20;

    /// <summary>Every option that the network depends on, in one line.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"neighbours={Neighbours} l2={L2:R} l1={L1:R} maxSweeps={MaxSweeps}");

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Neighbours is < 1 or > 500 ? $"neighbours is {Neighbours}; expected 1..500."
        : !(L2 > 0) ? string.Create(CultureInfo.InvariantCulture, $"l2 is {L2}; expected above 0.")
        : !(L1 >= 0) ? string.Create(CultureInfo.InvariantCulture, $"l1 is {L1}; expected 0 or more.")
        : MaxSweeps < 1 ? $"maxSweeps is {MaxSweeps}; expected 1 or more."
        : null;
}
