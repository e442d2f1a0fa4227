namespace BundleFunctions.Pricing;

/// <summary>An expectation and its 95 % interval.</summary>
/// <param name="Expected">The mean.</param>
/// <param name="Low95">Lower end.</param>
/// <param name="High95">Upper end.</param>
public sealed record ForecastRange(decimal Expected, decimal Low95, decimal High95);
