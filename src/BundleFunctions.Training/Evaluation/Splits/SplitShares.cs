using System.Globalization;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>How much of a log goes to validation and to test; the rest is learned from.</summary>
/// <param name="Validation">0..0.5.</param>
/// <param name="Test">0..0.5.</param>
public sealed record SplitShares(double Validation = 0.1, double Test = 0.1)
{
    /// <summary>What is out of range, in words; null where all is well.</summary>
    public string? Validate() =>
        Validation is not (>= 0 and <= 0.5) ? $"split.validation is {Validation.ToString(CultureInfo.InvariantCulture)}; expected 0..0.5."
        : Test is not (>= 0 and <= 0.5) ? $"split.test is {Test.ToString(CultureInfo.InvariantCulture)}; expected 0..0.5."
        : null;

    /// <summary>How many of <paramref name="count"/> units, in order, come before validation and before test.</summary>
    internal (int Validation, int Test) Bounds(int count)
    {
        var test = count - (int)Math.Floor(count * Test);
        return (Math.Max(0, test - (int)Math.Floor(count * Validation)), test);
    }
}
