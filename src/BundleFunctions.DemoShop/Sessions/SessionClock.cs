using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>
/// The time within one session: an hour drawn by the day's wave, then pauses of half a minute on average. A late session runs
/// past midnight and stays in the file of the day on which it began.
/// </summary>
internal sealed class SessionClock
{
    private const double MeanPauseInSeconds = 35;

    private static readonly AliasTable Hours = new([
        2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 10, 10, 11, 10, 9, 9, 10, 11, 13, 15, 16, 14, 9, 5]);

    private readonly SeededRandom _random;
    private DateTime _now;

    public SessionClock(DateOnly date, SeededRandom random)
    {
        _random = random;
        _now = date.ToDateTime(new TimeOnly(Hours.Draw(random), random.NextInt32(60), random.NextInt32(60)), DateTimeKind.Utc);
    }

    /// <summary>The time of the next event, a second or more after the last.</summary>
    public DateTime Tick()
    {
        _now = _now.AddSeconds(1 + (int)_random.NextExponential(MeanPauseInSeconds));
        return _now;
    }
}
