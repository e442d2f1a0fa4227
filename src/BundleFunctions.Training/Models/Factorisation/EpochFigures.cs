using System.Globalization;
using BundleFunctions.Numerics.Factors;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>How the triples of one epoch of pairwise learning went, each as it stood before its step.</summary>
internal sealed class EpochFigures
{
    private double _loss;
    private long _triples;

    /// <summary>Mean of <c>-ln σ(margin)</c>; ln 2 for a guess, 0 for a perfect ranking.</summary>
    public double Loss => _triples == 0 ? 0 : _loss / _triples;

    public void Add(float margin)
    {
        _loss += SigmoidTable.Softplus(-margin);
        _triples++;
    }

    /// <exception cref="DivergedException">The loss is not finite, or a factor of one of the matrices is not.</exception>
    public void RequireFinite(string model, int iteration, params ReadOnlySpan<FactorMatrix> learned)
    {
        if (!double.IsFinite(Loss))
        {
            throw new DivergedException(string.Create(
                CultureInfo.InvariantCulture, $"{model}: the loss of iteration {iteration} is {Loss}; expected a finite one."));
        }

        foreach (var matrix in learned)
        {
            if (matrix.FirstNotFinite() is >= 0 and var row)
            {
                throw new DivergedException($"{model}: iteration {iteration} gave vector {row} a factor that is not finite.");
            }
        }
    }
}
