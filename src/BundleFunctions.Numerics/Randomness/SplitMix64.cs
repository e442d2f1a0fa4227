using System.Numerics;

namespace BundleFunctions.Numerics.Randomness;

/// <summary>
/// The SplitMix64 generator: a counter with a strong finisher. It seeds <see cref="SeededRandom"/> and derives
/// independent streams; it is not meant for long simulations.
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014;
/// reference outputs from S. Vigna, prng.di.unimi.it/splitmix64.c.
/// </summary>
/// <param name="seed">Any 64-bit value; every seed is valid.</param>
public sealed class SplitMix64(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15UL;

    private ulong _state = seed;

    /// <summary>The next 64 uniform bits.</summary>
    public ulong Next()
    {
        _state = unchecked(_state + GoldenGamma);
        return Finish(_state);
    }

    /// <summary>
    /// The seed of an independent stream: <c>(seed, name, index)</c> to 64 well-mixed bits, the same on every machine.
    /// The name is hashed by FNV-1a over its UTF-16 code units.
    /// </summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="name">What the stream is for, such as <c>"sessions"</c>.</param>
    /// <param name="index">Which of its kind, such as the day's number.</param>
    public static ulong DeriveSeed(ulong seed, string name, ulong index = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in name)
        {
            hash = unchecked((hash ^ unit) * 0x100000001B3UL);
        }

        var named = Finish(unchecked(seed + GoldenGamma) ^ hash);
        return Finish(unchecked(BitOperations.RotateLeft(named, 32) + (GoldenGamma * (index + 1))));
    }

    private static ulong Finish(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
