using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Models;

/// <summary>What rows weigh by their age.</summary>
public static class RowWeights
{
    private const double SecondsPerDay = 86_400;

    /// <summary><c>2^(-age / half-life)</c>, the age counted back from the newest row.</summary>
    /// <param name="moments">When each row happened, in seconds since 1970; empty where that is not known.</param>
    /// <param name="halfLifeDays">Days in which a weight halves; 0 lets all weigh the same.</param>
    /// <returns>A weight a row, above 0 and at most 1; empty where all weigh 1.</returns>
    public static double[] ByAge(IReadOnlyList<long> moments, double halfLifeDays)
    {
        if (moments.Count == 0 || halfLifeDays == 0)
        {
            return [];
        }

        // Weights stay above e^-300: what is older still weighs something, and nothing comes out as 0 or not a number.
        var newest = moments.Max();
        var perSecond = Math.Log(2) / (halfLifeDays * SecondsPerDay);
        return [.. moments.Select(moment => StableMath.Exp(-Math.Min((newest - moment) * perSecond, 300)))];
    }
}
