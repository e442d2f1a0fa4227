using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Search;

/// <summary>A real number; on a logarithmic scale every factor is alike likely at first, on a linear one every step.</summary>
public sealed class RealParameter : Parameter
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLogarithmic;

    private RealParameter(string name, double low, double high, bool isLogarithmic)
        : base(name)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low || (isLogarithmic && low <= 0))
        {
            throw new ArgumentException($"{name} runs from {low} to {high}; expected finite ends in order, above 0 on a logarithmic scale.", nameof(low));
        }

        (_low, _high, _isLogarithmic) = (low, high, isLogarithmic);
    }

    /// <inheritdoc/>
    public override string Fingerprint =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}:{(_isLogarithmic ? "log" : "linear")}:{_low:R}..{_high:R}");

    /// <param name="low">The least value, above 0.</param>
    /// <param name="high">The greatest value, at least <paramref name="low"/>.</param>
    public static RealParameter Logarithmic(string name, double low, double high) => new(name, low, high, isLogarithmic: true);

    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value, at least <paramref name="low"/>.</param>
    public static RealParameter Linear(string name, double low, double high) => new(name, low, high, isLogarithmic: false);

    /// <inheritdoc/>
    public override ParameterValue At(double place)
    {
        var value = _isLogarithmic
            ? StableMath.Exp(StableMath.Log(_low) + (place * (StableMath.Log(_high) - StableMath.Log(_low))))
            : _low + (place * (_high - _low));
        return ParameterValue.Of(Math.Clamp(value, _low, _high));
    }
}
