namespace BundleFunctions.Planning.Forecasting;

/// <summary>Several settings of one method side by side: each sees a series once, and at every origin the setting speaks whose one-step errors so far
/// were the least. So a row's setting is fitted on the row's own past, and a whole table costs one pass a setting.</summary>
internal static class SmootherRace
{
    /// <summary>Steps whose errors do not count: the start says little of a setting.</summary>
    private const int Warmup = 3;

    /// <param name="settings">In order of preference where they do alike; one or more.</param>
    /// <param name="values">The series.</param>
    /// <param name="into">The table.</param>
    public static void Run(IReadOnlyList<ISmoother> settings, ReadOnlySpan<double> values, ForecastTable into)
    {
        var errors = new double[settings.Count];
        for (var t = 0; t <= values.Length; t++)
        {
            for (var s = 0; s < settings.Count; s++)
            {
                // Who knew the start beforehand made no errors in it: such a setting begins level with the best.
                errors[s] = t < settings[s].From ? double.PositiveInfinity
                    : t == settings[s].From && t > 0 ? errors.Min()
                    : errors[s];
            }

            if (t >= into.FirstOrigin)
            {
                Tell(settings[Array.IndexOf(errors, errors.Min())], into.At(t));
            }

            if (t < values.Length)
            {
                for (var s = 0; s < settings.Count; s++)
                {
                    errors[s] += t < Warmup ? 0 : Math.Abs(values[t] - settings[s].Next);
                    settings[s].Add(values[t]);
                }
            }
        }
    }

    private static void Tell(ISmoother smoother, Span<double> row)
    {
        smoother.Forecast(row);
        for (var h = 0; h < row.Length; h++)
        {
            row[h] = Math.Max(0, row[h]);
        }
    }
}
