using System.Globalization;

namespace BundleFunctions.Training.Models.KernelRidge;

/// <summary>How kernel ridge regression over rows learns.</summary>
public sealed record KernelRidgeOptions
{
    /// <summary>Ridge, above 0, in units of the kernel's mean diagonal: the larger, the more rows speak.</summary>
    public double Ridge { get; init; } = 15;

    /// <summary>What the items that a row holds count, 0 or more.</summary>
    public double ItemWeight { get; init; } = 0.7;

    /// <summary>What the parts of these items count, 0 or more.</summary>
    public double ContentsWeight { get; init; } = 1;

    /// <summary>What the parts that a row holds by themselves count, 0 or more. They and the parts of items are the same parts.</summary>
    public double PartWeight { get; init; } = 1;

    /// <summary>Most rows that speak, the newest that hold an item, 1..20,000. Time grows as its cube, memory as its square.</summary>
    public int MaxRows { get; init; } = 4_000;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !double.IsFinite(Ridge) || Ridge <= 0 ? Fault("ridge", Ridge, "a number above 0")
        : !double.IsFinite(ItemWeight) || ItemWeight < 0 ? Fault("itemWeight", ItemWeight, "0 or more")
        : !double.IsFinite(ContentsWeight) || ContentsWeight < 0 ? Fault("contentsWeight", ContentsWeight, "0 or more")
        : !double.IsFinite(PartWeight) || PartWeight < 0 ? Fault("partWeight", PartWeight, "0 or more")
        : MaxRows is < 1 or > 20_000 ? Fault("maxRows", MaxRows, "1..20000")
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"ridge={Ridge:R} items={ItemWeight:R} contents={ContentsWeight:R} parts={PartWeight:R} maxRows={MaxRows}");

    private static string Fault(string name, double found, string expected) =>
        string.Create(CultureInfo.InvariantCulture, $"kernelRidge.{name} is {found}; expected {expected}.");
}
