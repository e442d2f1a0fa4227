using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Pricing;

/// <summary>A normal distribution.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Variance">Its variance, above 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Belief(double Mean, double Variance)
{
    /// <summary>The mean of what is around a value that is so believed, each by itself off by <paramref name="variance"/>.</summary>
    public Belief Around(double variance) => this with { Variance = Variance + variance };

    /// <summary>Both beliefs together, by their precisions.</summary>
    public Belief And(Belief other)
    {
        var variance = 1 / ((1 / Variance) + (1 / other.Variance));
        return new Belief(variance * ((Mean / Variance) + (other.Mean / other.Variance)), variance);
    }

    /// <summary>A child's value by its own estimate and by what its parent is believed to be after the child was heard: shrunk by
    /// k = own / (own + between) towards the parent, which adds k² of the parent's variance.</summary>
    public static Belief Shrunk(Belief own, Belief parent, double between)
    {
        var pull = own.Variance / (own.Variance + between);
        return new Belief((pull * parent.Mean) + ((1 - pull) * own.Mean), ((1 - pull) * own.Variance) + (pull * pull * parent.Variance));
    }
}
