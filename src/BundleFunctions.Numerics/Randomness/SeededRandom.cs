using System.Numerics;

namespace BundleFunctions.Numerics.Randomness;

/// <summary>
/// The xoshiro256** generator, seeded by <see cref="SplitMix64"/>: the same seed gives the same values on every
/// machine and runtime, which <see cref="Random"/> does not promise across versions. Period 2^256 - 1. Not for secrets,
/// and not safe for use by several threads at once: give each its own stream (<see cref="ForStream"/>).
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021;
/// reference code at prng.di.unimi.it/xoshiro256starstar.c.
/// </summary>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts at the state that SplitMix64 gives for a seed, as the authors of xoshiro recommend.</summary>
    /// <param name="seed">Any 64-bit value.</param>
    public SeededRandom(ulong seed)
    {
        var mixer = new SplitMix64(seed);
        (_s0, _s1, _s2, _s3) = (mixer.Next(), mixer.Next(), mixer.Next(), mixer.Next());
    }

    private SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>Starts at a raw state of four words, for checking against published sequences.</summary>
    /// <exception cref="ArgumentException">All four words are zero, the one state that never moves.</exception>
    public static SeededRandom FromState(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        if ((s0 | s1 | s2 | s3) == 0)
        {
            throw new ArgumentException("The state is all zero; xoshiro256** needs at least one set bit.", nameof(s0));
        }

        return new SeededRandom(s0, s1, s2, s3);
    }

    /// <summary>A generator for one named, numbered stream of a run (see <see cref="SplitMix64.DeriveSeed"/>).</summary>
    public static SeededRandom ForStream(ulong seed, string name, ulong index = 0)
        => new(SplitMix64.DeriveSeed(seed, name, index));

    /// <summary>The next 64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>
    /// A uniform integer in <c>[0, bound)</c>, without bias: the high half of a 64 x 64 bit product, with the few low
    /// halves that would favour some results drawn again.
    /// Source: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var threshold = unchecked(0UL - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>A uniform integer in <c>[low, high]</c>, both ends included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="high"/> is below <paramref name="low"/>.</exception>
    public int NextInt32(int low, int high) => low + NextInt32(checked(high - low + 1));

    /// <summary>A uniform double in <c>[0, 1)</c>: the 53 high bits times 2^-53, so every step is exact.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability; never for 0 or less, always for 1 or more.</summary>
    public bool NextBool(double probability) => NextDouble() < probability;

    /// <summary>
    /// A standard normal value (mean 0, variance 1) by Marsaglia's polar method, with a stable logarithm, so equal on
    /// every machine. The second value of each pair is dropped to keep the state four words.
    /// Source: G. Marsaglia, T. Bray, SIAM Review 6(3), 1964.
    /// </summary>
    public double NextNormal()
    {
        while (true)
        {
            var u = (2 * NextDouble()) - 1;
            var v = (2 * NextDouble()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * StableMath.Log(s) / s);
            }
        }
    }

    /// <summary>An exponential value by inversion, <c>-mean ln(1 - u)</c>.</summary>
    /// <param name="mean">The mean, above 0.</param>
    public double NextExponential(double mean) => -mean * StableMath.Log(1 - NextDouble());

    /// <summary>Shuffles in place, every order alike likely (Fisher and Yates, as given by Durstenfeld, 1964).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = NextInt32(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }
}
