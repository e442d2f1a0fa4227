namespace BundleFunctions.Reports;

/// <summary>From values to places on a line.</summary>
/// <param name="low">The lowest value.</param>
/// <param name="high">The highest; where it is not above <paramref name="low"/>, everything lies at the start.</param>
/// <param name="start">Where the lowest value lies.</param>
/// <param name="end">Where the highest does.</param>
internal sealed class Axis(double low, double high, double start, double end)
{
    private readonly double _scale = high > low && double.IsFinite(high - low) ? (end - start) / (high - low) : 0;

    public double Of(double value) => start + ((Math.Clamp(value, low, Math.Max(low, high)) - low) * _scale);
}
