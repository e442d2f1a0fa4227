namespace BundleFunctions.Training.Models;

/// <summary>Refuses options that no training could follow.</summary>
internal static class ModelOptions
{
    /// <param name="option">Name of the option that has the value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside of [least, most], or is NaN.</exception>
    public static void Require(string option, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(option, value, $"Expected a value in [{least}, {most}].");
        }
    }
}
