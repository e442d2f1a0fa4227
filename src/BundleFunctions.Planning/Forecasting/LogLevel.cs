namespace BundleFunctions.Planning.Forecasting;

/// <summary>Simple exponential smoothing of <c>ln(1 + y)</c>: <c>l += alpha (ln(1 + y) - l)</c>, forecast <c>e^l - 1</c>. A level that a single large
/// order hardly moves; it foretells a median rather than a mean. Brown 1959 for the smoothing.</summary>
public sealed class LogLevel : IForecastMethod
{
    private static readonly double[] Alphas = [0.1, 0.2, 0.3, 0.5];

    /// <inheritdoc/>
    public string Name => "log-level";

    /// <inheritdoc/>
    public int Complexity => 2;

    /// <inheritdoc/>
    public int MinValues(int season) => 3;

    /// <inheritdoc/>
    public void Roll(ReadOnlySpan<double> values, int season, ForecastTable into) =>
        SmootherRace.Run([.. Alphas.Select(alpha => new Level(alpha))], values, into);

    private sealed class Level(double alpha) : ISmoother
    {
        private double? _level;

        public double Next => Math.Exp(_level ?? 0) - 1;

        public void Add(double value)
        {
            var log = Math.Log(1 + value);
            _level = _level is { } level ? level + (alpha * (log - level)) : log;
        }

        public void Forecast(Span<double> into) => into.Fill(Next);
    }
}
