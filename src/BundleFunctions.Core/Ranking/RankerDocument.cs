namespace BundleFunctions.Ranking;

/// <summary>A ranker as its file holds it: linear weights, or trees.</summary>
internal sealed record RankerDocument
{
    public required int FormatVersion { get; init; }

    public required string Method { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public IReadOnlyList<double>? Weights { get; init; }

    public IReadOnlyList<double>? Usual { get; init; }

    public IReadOnlyList<RegressionTree>? Trees { get; init; }

    public double? Bias { get; init; }
}
