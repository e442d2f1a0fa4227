using System.Runtime.InteropServices;

namespace BundleFunctions.Planning.Forecasting;

/// <summary>What one step may bring, pieces.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Mean">The forecast, 0 or more.</param>
/// <param name="Low80">Four times of five the demand lies between this and <paramref name="High80"/>.</param>
/// <param name="High80">Upper end.</param>
/// <param name="Low95">Nineteen times of twenty it lies between this and <paramref name="High95"/>.</param>
/// <param name="High95">Upper end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForecastStep(DateOnly First, double Mean, double Low80, double High80, double Low95, double High95);
