namespace BundleFunctions.Planning.Forecasting;

/// <summary>Exponential smoothing of level, damped trend and, from two whole seasons on, an additive season. With error
/// <c>e = y - (l + phi b + s)</c>: <c>l += phi b + alpha e</c>, <c>b = phi b + alpha beta e</c>, <c>s += gamma (1 - alpha) e</c>, forecast
/// <c>l + (phi + ... + phi^h) b + s</c>. Holt 1957, Winters 1960, Gardner and McKenzie 1985; error form by Hyndman et al. 2008.</summary>
public sealed class HoltWinters : IForecastMethod
{
    private static readonly (double Alpha, double Beta, double Phi)[] Settings =
    [
        (0.05, 0, 1), (0.1, 0, 1), (0.2, 0, 1), (0.3, 0, 1), (0.5, 0, 1),
        (0.1, 0.1, 0.9), (0.2, 0.1, 0.9), (0.3, 0.1, 0.9), (0.5, 0.2, 0.9), (0.1, 0.1, 0.98), (0.3, 0.1, 0.98),
    ];

    private static readonly double[] Gammas = [0.05, 0.2];

    /// <inheritdoc/>
    public string Name => "holt-winters";

    /// <inheritdoc/>
    public int Complexity => 4;

    /// <inheritdoc/>
    public int MinValues(int season) => 4;

    /// <inheritdoc/>
    public void Roll(ReadOnlySpan<double> values, int season, ForecastTable into)
    {
        List<ISmoother> smoothers = [.. Settings.Select(one => new Smoother(one.Alpha, one.Beta, one.Phi, 0, []))];
        if (season > 1 && values.Length >= 2 * season)
        {
            var start = values[..(2 * season)].ToArray();
            smoothers.AddRange(Settings.SelectMany(one => Gammas, (one, gamma) => new Smoother(one.Alpha, one.Beta, one.Phi, gamma, SeasonOf(start, season))));
        }

        SmootherRace.Run(smoothers, values, into);
    }

    // Each step of the season against the mean of the first two seasons.
    private static double[] SeasonOf(double[] start, int season)
    {
        var mean = start.Average();
        return [.. Enumerable.Range(0, season).Select(i => ((start[i] + start[i + season]) / 2) - mean)];
    }

    private sealed class Smoother(double alpha, double beta, double phi, double gamma, double[] season) : ISmoother
    {
        private double? _level;
        private double _trend;
        private int _step;

        public int From => 2 * season.Length;

        public double Next => (_level ?? 0) + (phi * _trend) + SeasonAt(0);

        public void Add(double value)
        {
            if (_level is null)
            {
                _level = value - SeasonAt(0);
            }
            else
            {
                var error = value - Next;
                _level += (phi * _trend) + (alpha * error);
                _trend = (phi * _trend) + (alpha * beta * error);
                if (season.Length > 0)
                {
                    season[_step % season.Length] += gamma * (1 - alpha) * error;
                }
            }

            _step++;
        }

        public void Forecast(Span<double> into)
        {
            var (damping, sum) = (1.0, 0.0);
            for (var h = 0; h < into.Length; h++)
            {
                damping *= phi;
                sum += damping;
                into[h] = (_level ?? 0) + (sum * _trend) + SeasonAt(h);
            }
        }

        private double SeasonAt(int ahead) => season.Length == 0 ? 0 : season[(_step + ahead) % season.Length];
    }
}
