using System.Globalization;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>How EASE is trained.</summary>
public sealed record EaseOptions
{
    /// <summary>Ridge, above 0: the larger, the less a pair counts that was seen a few times. In units of rows.</summary>
    public double Lambda { get; init; } = 100;

    /// <summary>Ridge by popularity, -1..1: an item's ridge is lambda times (its count / the mean count) to this power (Steck, Markov
    /// random fields for collaborative filtering, 2019); 0 gives all the same.</summary>
    public double LambdaPower { get; init; }

    /// <summary>Inputs kept for each item that is scored, those of greatest weight, 1 or more.</summary>
    public int Neighbours { get; init; } = 200;

    /// <summary>Most items, the popular ones, whose weights come from one dense inverse, 0..46,000. Memory is 4 bytes times its square, time
    /// grows as its cube: 8,000 take 256 MB and some 10 CPU seconds.</summary>
    public int DenseItems { get; init; } = 8_000;

    /// <summary>Inputs that each other item's weights are solved for, 1..256.</summary>
    public int LocalInputs { get; init; } = 64;

    /// <summary>What a basket of a row's history counts beside the row, 0 or more.</summary>
    public double HistoryWeight { get; init; }

    /// <summary>What a word of title, category or brand that items share counts beside a row, 0 or more.</summary>
    public double ContentWeight { get; init; }

    /// <summary>What a part that items share counts beside a row, 0 or more: bundles that hold the same products.</summary>
    public double PartsWeight { get; init; }

    /// <summary>Inverts by OpenBLAS where the machine has it: faster, but the last bits are then the machine's own.</summary>
    public bool OpenBlas { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !double.IsFinite(Lambda) || Lambda <= 0 ? Fault("lambda", Lambda, "a number above 0")
        : LambdaPower is not (>= -1 and <= 1) ? Fault("lambdaPower", LambdaPower, "-1..1")
        : Neighbours < 1 ? Fault("neighbours", Neighbours, "1 or more")
        : DenseItems is < 0 or > 46_000 ? Fault("denseItems", DenseItems, "0..46000")
        : LocalInputs is < 1 or > 256 ? Fault("localInputs", LocalInputs, "1..256")
        : !double.IsFinite(HistoryWeight) || HistoryWeight < 0 ? Fault("historyWeight", HistoryWeight, "0 or more")
        : !double.IsFinite(ContentWeight) || ContentWeight < 0 ? Fault("contentWeight", ContentWeight, "0 or more")
        : !double.IsFinite(PartsWeight) || PartsWeight < 0 ? Fault("partsWeight", PartsWeight, "0 or more")
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"lambda={Lambda:R} lambdaPower={LambdaPower:R} neighbours={Neighbours} denseItems={DenseItems} localInputs={LocalInputs} historyWeight={HistoryWeight:R} contentWeight={ContentWeight:R} partsWeight={PartsWeight:R} openBlas={OpenBlas}");

    private static string Fault(string name, double found, string expected) =>
        string.Create(CultureInfo.InvariantCulture, $"ease.{name} is {found}; expected {expected}.");
}
