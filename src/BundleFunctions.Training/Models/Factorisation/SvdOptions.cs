using System.Globalization;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>How a truncated SVD is trained.</summary>
public sealed record SvdOptions
{
    /// <summary>Directions kept, 1..512.</summary>
    public int Rank { get; init; } = 128;

    /// <summary>Ridge, 0 or more: a direction of singular value s counts s^2 / (s^2 + lambda). 0 counts all that are kept alike, which is
    /// PureSVD.</summary>
    public double Lambda { get; init; }

    /// <summary>Random directions beyond the rank, 0..128.</summary>
    public int Oversampling { get; init; } = 16;

    /// <summary>Power iterations of the range finder, 0..20.</summary>
    public int PowerIterations { get; init; } = 3;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Rank is < 1 or > 512 ? $"svd.rank is {Rank}; expected 1..512."
        : !double.IsFinite(Lambda) || Lambda < 0 ? $"svd.lambda is {Lambda.ToString(CultureInfo.InvariantCulture)}; expected a number of 0 or more."
        : Oversampling is < 0 or > 128 ? $"svd.oversampling is {Oversampling}; expected 0..128."
        : PowerIterations is < 0 or > 20 ? $"svd.powerIterations is {PowerIterations}; expected 0..20."
        : null;

    /// <summary>Everything that the model depends on, in one line, but for the seed.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"rank={Rank} lambda={Lambda:R} oversampling={Oversampling} powerIterations={PowerIterations}");
}
