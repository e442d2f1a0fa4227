using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Core.Tests.Bandits;

/// <summary>Sessions of a few pages, each of which shows one bundle that the session has not seen. A visitor is of one of two kinds, which a click
/// tells something about; whoever does not click may leave, and whoever clicks leaves more often.</summary>
internal sealed class SessionWorld
{
    public const int Bundles = 6;
    public const int Pages = 4;

    private const double LeavesAfterNothing = 0.15;
    private const double LeavesAfterClick = 0.35;

    private readonly SeededRandom _random;
    private readonly double[][] _rates;
    private readonly double[] _margins;

    public SessionWorld(ulong seed)
    {
        _random = new SeededRandom(seed);
        _rates = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, Bundles).Select(_ => 0.03 + (0.12 * _random.NextDouble())).ToArray())];
        _margins = [.. Enumerable.Range(0, Bundles).Select(_ => 5 + (20 * _random.NextDouble()))];
    }

    public SeededRandom Random => _random;

    /// <summary>Plays one session; returns what it earned.</summary>
    /// <param name="choose">From the bundles seen (a bit each) and whether the last one was clicked, the next bundle.</param>
    /// <param name="learn">What became of it: where the visitor stood, what was shown, what it earned, and where the visitor stands then; -1 where the
    /// session ended.</param>
    public double Play(Func<int, int> choose, Action<int, int, double, int> learn)
    {
        var kind = _random.NextInt32(2);
        var (state, total) = (0, 0.0);
        for (var page = 0; page < Pages; page++)
        {
            var bundle = choose(state);
            var clicked = _random.NextBool(_rates[kind][bundle]);
            var earned = clicked ? _margins[bundle] : 0;
            total += earned;
            var seen = (state >> 1) | (1 << bundle);
            var ends = page == Pages - 1 || _random.NextBool(clicked ? LeavesAfterClick : LeavesAfterNothing);
            var next = ends ? -1 : (seen << 1) | (clicked ? 1 : 0);
            learn(state, bundle, earned, next);
            if (ends)
            {
                break;
            }

            state = next;
        }

        return total;
    }

    /// <summary>Bundles that a session has not seen.</summary>
    public static IEnumerable<int> Unseen(int state) => Enumerable.Range(0, Bundles).Where(bundle => ((state >> 1) & (1 << bundle)) == 0);
}
