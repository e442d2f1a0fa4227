using System.Globalization;

namespace BundleFunctions.Training.Models.Parts;

/// <summary>How likeness by parts is told.</summary>
public sealed record PartsOptions
{
    /// <summary>What the parts that a row holds by themselves count, 0 or more.</summary>
    public double PartWeight { get; init; } = 1;

    /// <summary>What the parts of the query's items count, 0 or more.</summary>
    public double ItemWeight { get; init; } = 1;

    /// <summary>A part counts the number of items and rows that hold it to minus this power, 0..2.</summary>
    public double Damping { get; init; } = 0.5;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !double.IsFinite(PartWeight) || PartWeight < 0 ? Fault("partWeight", PartWeight, "0 or more")
        : !double.IsFinite(ItemWeight) || ItemWeight < 0 ? Fault("itemWeight", ItemWeight, "0 or more")
        : Damping is not (>= 0 and <= 2) ? Fault("damping", Damping, "0..2")
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"parts={PartWeight:R} items={ItemWeight:R} damping={Damping:R}");

    private static string Fault(string name, double found, string expected) =>
        string.Create(CultureInfo.InvariantCulture, $"parts.{name} is {found}; expected {expected}.");
}
