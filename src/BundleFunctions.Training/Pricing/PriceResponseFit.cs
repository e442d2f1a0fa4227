using System.Runtime.InteropServices;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Pricing;

/// <summary>Fits the log-log demand curve ln E[units] = a + b ln price + ln exposure, units of a day being Poisson.</summary>
/// <remarks>
/// Poisson rather than least squares on ln units, because most products sell nothing on most days (Santos Silva, Tenreyro, "The Log of
/// Gravity", 2006). With a profiled out, b solves sum(y x) = Y sum(E x e^(b x)) / sum(E e^(b x)), whose right side rises with b, so that
/// bisection finds it. The standard error is 1 / sqrt(Y Var(x)) under the fitted weights, times sqrt(dispersion) where days vary more than
/// Poisson does (Wedderburn 1974).
/// </remarks>
public static class PriceResponseFit
{
    /// <summary>Pieces that must have been sold.</summary>
    public const int LeastUnits = 20;

    private const double Steepest = 15;
    private const double LeastSpread = 0.01;

    /// <summary>The fit; null where the history does not tell: fewer than two prices, hardly any spread, too few sales, or no finite answer.</summary>
    public static PriceResponse? Find(PriceSeries series)
    {
        var days = series.Days;
        var units = days.Sum(day => day.Units);
        if (series.PricePoints < 2 || units < LeastUnits)
        {
            return null;
        }

        // The curve depends on days of one price by their sums alone.
        var levels = days.GroupBy(day => day.UnitPrice).OrderBy(level => level.Key)
            .Select(level => new Level(level.Key, StableMath.Log((double)level.Key), level.Sum(day => day.Exposure), level.Sum(day => day.Units))).ToArray();
        var centre = levels.Sum(level => level.Exposure * level.X) / levels.Sum(level => level.Exposure);
        levels = [.. levels.Select(level => level with { X = level.X - centre })];
        if (Math.Sqrt(Moments(levels, 0).Variance) < LeastSpread)
        {
            return null;
        }

        var sold = levels.Sum(level => level.Units * level.X);
        var (low, high) = (-Steepest, Steepest);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = units * Moments(levels, middle).Mean < sold ? (middle, high) : (low, middle);
        }

        var slope = (low + high) / 2;
        var information = units * Moments(levels, slope).Variance;
        return Math.Abs(slope) > Steepest - 0.01 || !(information > 0) ? null
            : new PriceResponse(slope, Math.Sqrt(Dispersion(days, levels, slope, units) / information), series.PricePoints);
    }

    /// <summary>Exposure, mean and variance of x under weights E e^(b x).</summary>
    private static (double Mass, double Mean, double Variance) Moments(Level[] levels, double slope)
    {
        var (mass, first, second) = (0.0, 0.0, 0.0);
        foreach (var level in levels)
        {
            var weight = level.Exposure * Power(slope * level.X);
            mass += weight;
            first += weight * level.X;
            second += weight * level.X * level.X;
        }

        var mean = first / mass;
        return (mass, mean, Math.Max(0, (second / mass) - (mean * mean)));
    }

    /// <summary>Pearson's chi-squared by its degrees of freedom, 1 or more.</summary>
    private static double Dispersion(IReadOnlyList<PriceDay> days, Level[] levels, double slope, long units)
    {
        var scale = units / Moments(levels, slope).Mass;
        var rates = levels.ToDictionary(level => level.Price, level => scale * Power(slope * level.X));
        var chi = 0.0;
        foreach (var day in days)
        {
            var expected = day.Exposure * rates[day.UnitPrice];
            chi += (day.Units - expected) * (day.Units - expected) / expected;
        }

        return Math.Max(1, chi / Math.Max(1, days.Count - 2));
    }

    // A price a thousand times the mean is a slip; its weight need not be exact.
    private static double Power(double exponent) => StableMath.Exp(Math.Clamp(exponent, -200, 200));

    /// <summary>All days of one price.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Level(decimal Price, double X, double Exposure, long Units);
}
