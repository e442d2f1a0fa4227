namespace BundleFunctions.Planning.Forecasting;

/// <summary>For demand that often is nothing: the size z of a demand and the chance p of one are smoothed apart, forecast <c>z p</c>. The chance falls
/// with every step without demand (Teunter, Syntetos, Babai, EJOR 2011), which mends Croston's (1972) blindness to goods that died; settings with the
/// interval instead of the chance keep Croston's form with the correction <c>1 - alpha / 2</c> of Syntetos and Boylan 2005.</summary>
public sealed class Croston : IForecastMethod
{
    private static readonly double[] Alphas = [0.1, 0.2, 0.3];

    /// <inheritdoc/>
    public string Name => "croston";

    /// <inheritdoc/>
    public int Complexity => 3;

    /// <inheritdoc/>
    public int MinValues(int season) => 4;

    /// <inheritdoc/>
    public void Roll(ReadOnlySpan<double> values, int season, ForecastTable into) => SmootherRace.Run(
        [.. Alphas.Select(alpha => new ByChance(alpha)), .. Alphas.Select(alpha => new ByInterval(alpha))], values, into);

    private sealed class ByChance(double alpha) : ISmoother
    {
        private double _size;
        private double? _chance;

        public double Next => _size * (_chance ?? 0);

        public void Add(double value)
        {
            var isDemand = value > 0 ? 1.0 : 0.0;
            _chance = _chance is { } chance ? chance + (alpha * (isDemand - chance)) : isDemand;
            if (value > 0)
            {
                _size = _size > 0 ? _size + (alpha * (value - _size)) : value;
            }
        }

        public void Forecast(Span<double> into) => into.Fill(Next);
    }

    private sealed class ByInterval(double alpha) : ISmoother
    {
        private double _size;
        private double _interval;
        private int _since = 1;

        public double Next => _size > 0 ? (1 - (alpha / 2)) * _size / _interval : 0;

        public void Add(double value)
        {
            if (value <= 0)
            {
                _since++;
                return;
            }

            (_size, _interval) = _size > 0
                ? (_size + (alpha * (value - _size)), _interval + (alpha * (_since - _interval)))
                : (value, _since);
            _since = 1;
        }

        public void Forecast(Span<double> into) => into.Fill(Next);
    }
}
