namespace BundleFunctions.Audiences;

/// <summary>Logistic regression of responses on affinities: <c>P = 1 / (1 + exp(-(intercept + weights x)))</c> (Cox 1958), fitted to users and offers of the past
/// with the weight that each has among all, so that what is expected of many is what many did.</summary>
/// <param name="Intercept">Log-odds where all affinities are 0.</param>
/// <param name="Weights">One an affinity, in the order of <see cref="Affinities"/>.</param>
/// <param name="Cases">Cases behind it.</param>
/// <param name="Responses">Those of them in which the user took the offer.</param>
public sealed record ResponseCurve(double Intercept, IReadOnlyList<double> Weights, int Cases, int Responses)
{
    /// <summary>The chance, above 0 and below 1.</summary>
    public double Chance(ReadOnlySpan<double> affinities)
    {
        var sum = Intercept;
        for (var i = 0; i < Weights.Count; i++)
        {
            sum += Weights[i] * affinities[i];
        }

        return Math.Clamp(1 / (1 + Math.Exp(-sum)), 1e-9, 1 - 1e-9);
    }

    internal bool IsSound() => double.IsFinite(Intercept) && Weights.Count == Affinities.Count && Weights.All(double.IsFinite);
}
