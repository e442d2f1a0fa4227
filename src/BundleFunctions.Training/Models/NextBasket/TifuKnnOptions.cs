using System.Globalization;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Options of <see cref="TifuKnn"/>. The defaults are the paper's for Ta-Feng, but for alpha, which was chosen on training users.</summary>
public sealed record TifuKnnOptions
{
    /// <summary>m: baskets in a group, 1 or more.</summary>
    public int GroupSize { get; init; } = 7;

    /// <summary>r_b: weight of a basket beside that of the next newer one of its group, above 0 and at most 1.</summary>
    public double BasketDecay { get; init; } = 0.9;

    /// <summary>r_g: weight of a group beside that of the next newer one, above 0 and at most 1.</summary>
    public double GroupDecay { get; init; } = 0.7;

    /// <summary>k: users whose vectors count, 1 or more.</summary>
    public int Neighbours { get; init; } = 300;

    /// <summary>alpha, 0..1: share of the user's own vector; the rest is the neighbours'.</summary>
    public double OwnShare { get; init; } = 0.3;

    public RepeatSplit Split { get; init; } = RepeatSplit.None;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"m={GroupSize} rb={BasketDecay} rg={GroupDecay} k={Neighbours} alpha={OwnShare} repeat={Split.Repeat} explore={Split.Explore}");

    internal double[] ToArray() => [GroupSize, BasketDecay, GroupDecay, Neighbours, OwnShare, Split.Repeat, Split.Explore];

    internal static TifuKnnOptions? From(double[] values) => values.Length != 7 ? null : new TifuKnnOptions
    {
        GroupSize = (int)values[0],
        BasketDecay = values[1],
        GroupDecay = values[2],
        Neighbours = (int)values[3],
        OwnShare = values[4],
        Split = new RepeatSplit(values[5], values[6]),
    };

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Validate()
    {
        ModelOptions.Require(nameof(GroupSize), GroupSize, 1, int.MaxValue);
        ModelOptions.Require(nameof(BasketDecay), BasketDecay, double.Epsilon, 1);
        ModelOptions.Require(nameof(GroupDecay), GroupDecay, double.Epsilon, 1);
        ModelOptions.Require(nameof(Neighbours), Neighbours, 1, int.MaxValue);
        ModelOptions.Require(nameof(OwnShare), OwnShare, 0, 1);
        Split.Validate();
    }
}
