namespace BundleFunctions.Planning.Forecasting;

/// <summary>How one series would have been foretold.</summary>
public sealed class BackTestRow
{
    private readonly double[] _errors;

    internal BackTestRow(string key, IReadOnlyList<string> methods) => (Key, Methods, _errors) = (key, methods, new double[methods.Count]);

    public string Key { get; }

    /// <summary>The methods that competed, simplest first.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Absolute errors of each method, summed over origins and steps; pieces.</summary>
    public IReadOnlyList<double> Errors => _errors;

    /// <summary>The same of whichever method was chosen at each origin.</summary>
    public double ChosenError { get; private set; }

    /// <summary>Actual demand, summed alike.</summary>
    public double Actual { get; private set; }

    /// <summary>Steps judged.</summary>
    public int Steps { get; private set; }

    /// <summary>Steps whose demand lay within the 80 % band.</summary>
    public int Within80 { get; private set; }

    /// <summary>Steps whose demand lay within the 95 % band.</summary>
    public int Within95 { get; private set; }

    internal void Add(RolledSeries rolled, int origin, int chosen, ForecastBands bands)
    {
        for (var m = 0; m < _errors.Length; m++)
        {
            var expected = rolled.Expected(m, origin);
            for (var h = 0; h < expected.Length; h++)
            {
                var error = Math.Abs(rolled.Values[origin + h] - expected[h]);
                _errors[m] += error;
                ChosenError += m == chosen ? error : 0;
            }
        }

        var means = rolled.Expected(chosen, origin);
        for (var h = 0; h < means.Length; h++)
        {
            var actual = rolled.Values[origin + h];
            Actual += actual;
            Steps++;
            Within80 += IsWithin(actual, means[h], h, 0.8) ? 1 : 0;
            Within95 += IsWithin(actual, means[h], h, 0.95) ? 1 : 0;
        }

        // Pieces are whole: a band from 0.3 to 2.6 holds 0 to 3.
        bool IsWithin(double value, double mean, int h, double level) =>
            value >= Math.Floor(bands.Quantile(mean, h, (1 - level) / 2)) && value <= Math.Ceiling(bands.Quantile(mean, h, (1 + level) / 2));
    }
}
