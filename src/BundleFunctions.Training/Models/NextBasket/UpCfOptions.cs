using System.Globalization;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>Options of <see cref="UpCf"/>. The defaults were chosen on training users of Ta-Feng.</summary>
public sealed record UpCfOptions
{
    /// <summary>Users whose baskets count, 1 or more.</summary>
    public int Neighbours { get; init; } = 900;

    /// <summary>alpha of the asymmetric cosine, 0..1: 0 asks how much of the neighbour's items the user has, 1 how much of the user's the
    /// neighbour has.</summary>
    public double Asymmetry { get; init; } = 0.75;

    /// <summary>q, above 0: similarities are raised to it, so that greater values let the nearest speak alone.</summary>
    public double Locality { get; init; } = 1;

    /// <summary>r of the neighbours: how many of their last baskets count, 1 or more.</summary>
    public int NeighbourBaskets { get; init; } = 1;

    /// <summary>r of the user itself, 1 or more.</summary>
    public int OwnBaskets { get; init; } = int.MaxValue;

    /// <summary>Weight of a user's own basket beside that of the next newer one, above 0 and at most 1.</summary>
    public double OwnDecay { get; init; } = 0.95;

    /// <summary>How much the user's own baskets count beside the mean neighbour's, 0 or more.</summary>
    public double OwnWeight { get; init; } = 0.2;

    public RepeatSplit Split { get; init; } = RepeatSplit.None;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"k={Neighbours} alpha={Asymmetry} q={Locality} r={NeighbourBaskets} own-r={OwnBaskets} own-decay={OwnDecay} own={OwnWeight} repeat={Split.Repeat} explore={Split.Explore}");

    internal double[] ToArray() =>
        [Neighbours, Asymmetry, Locality, NeighbourBaskets, OwnBaskets, OwnDecay, OwnWeight, Split.Repeat, Split.Explore];

    internal static UpCfOptions? From(double[] values) => values.Length != 9 ? null : new UpCfOptions
    {
        Neighbours = (int)values[0],
        Asymmetry = values[1],
        Locality = values[2],
        NeighbourBaskets = (int)values[3],
        OwnBaskets = (int)values[4],
        OwnDecay = values[5],
        OwnWeight = values[6],
        Split = new RepeatSplit(values[7], values[8]),
    };

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Validate()
    {
        ModelOptions.Require(nameof(Neighbours), Neighbours, 1, int.MaxValue);
        ModelOptions.Require(nameof(Asymmetry), Asymmetry, 0, 1);
        ModelOptions.Require(nameof(Locality), Locality, double.Epsilon, 100);
        ModelOptions.Require(nameof(NeighbourBaskets), NeighbourBaskets, 1, int.MaxValue);
        ModelOptions.Require(nameof(OwnBaskets), OwnBaskets, 1, int.MaxValue);
        ModelOptions.Require(nameof(OwnDecay), OwnDecay, double.Epsilon, 1);
        ModelOptions.Require(nameof(OwnWeight), OwnWeight, 0, float.MaxValue);
        Split.Validate();
    }
}
