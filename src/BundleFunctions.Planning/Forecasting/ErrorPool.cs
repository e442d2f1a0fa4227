using System.Runtime.InteropServices;

namespace BundleFunctions.Planning.Forecasting;

/// <summary>How far forecasts of a group of like series were off, as <c>ln((1 + actual) / (1 + expected))</c>: by the step ahead, and by the sum of the
/// steps up to it. The scale is one on which small and large series err alike.</summary>
internal sealed class ErrorPool
{
    private readonly List<double>[] _steps;
    private readonly List<double>[] _sums;

    public ErrorPool(int horizon)
    {
        _steps = [.. Enumerable.Range(0, horizon).Select(_ => new List<double>())];
        _sums = [.. Enumerable.Range(0, horizon).Select(_ => new List<double>())];
    }

    /// <summary>Adds the errors of one series that had shown by an origin, of the method chosen there.</summary>
    public void Add(RolledSeries rolled, int method, int origin)
    {
        for (var start = rolled.FirstOrigin; start < origin; start++)
        {
            var expected = rolled.Expected(method, start);
            var (actualSum, expectedSum) = (0.0, 0.0);
            for (var h = 0; h < expected.Length && start + h < origin; h++)
            {
                actualSum += rolled.Values[start + h];
                expectedSum += expected[h];
                _steps[h].Add(Log(rolled.Values[start + h], expected[h]));
                _sums[h].Add(Log(actualSum, expectedSum));
            }
        }
    }

    public void Sort()
    {
        Array.ForEach(_steps, errors => errors.Sort());
        Array.ForEach(_sums, errors => errors.Sort());
    }

    /// <summary>Errors of a step, or of the sum up to it.</summary>
    public int Count(int step, bool ofSum) => (ofSum ? _sums : _steps)[step].Count;

    /// <summary>The quantile of a step's errors; 0 where there are none. Sort first.</summary>
    public double Quantile(int step, double share, bool ofSum)
    {
        var errors = (ofSum ? _sums : _steps)[step];
        return errors.Count == 0 ? 0 : Numerics.Statistics.Quantile.OfSorted(CollectionsMarshal.AsSpan(errors), share);
    }

    private static double Log(double actual, double expected) => Math.Log((1 + Math.Max(0, actual)) / (1 + expected));
}
