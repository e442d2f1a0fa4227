namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Refuses options that no training could follow.</summary>
internal static class OptionRange
{
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside of its range or is NaN.</exception>
    public static void Require(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"Expected a value in [{least}, {most}].");
        }
    }
}
