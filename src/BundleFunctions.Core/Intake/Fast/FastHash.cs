using System.Runtime.InteropServices;

namespace BundleFunctions.Intake.Fast;

/// <summary>A quick 64-bit hash of bytes, keyed by the process, so that nobody can send values that all fall together. What is written down
/// never depends on it.</summary>
internal static class FastHash
{
    private const int WordBytes = sizeof(ulong);
    private static readonly ulong Key = ((ulong)(uint)HashCode.Combine(3) << 32) | (uint)HashCode.Combine(4) | 1;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length;
        var hash = 0UL;
        while (bytes.Length > 2 * WordBytes)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[WordBytes..]) ^ 0xD6E8FEB86659FD93UL);
            bytes = bytes[(2 * WordBytes)..];
        }

        return bytes.Length >= WordBytes
            ? Of(hash ^ MemoryMarshal.Read<ulong>(bytes), Tail(bytes[WordBytes..]), length)
            : Of(hash ^ Tail(bytes), 0, length);
    }

    /// <summary>The hash of at most 16 bytes that stand in two words, the rest of them zero.</summary>
    public static ulong Of(ulong low, ulong high, int length) => Mix(low ^ Key ^ (ulong)length, high ^ 0x8EBC6AF09C88C6E3UL);

    /// <summary>The two halves of the 128-bit product, folded into one.</summary>
    public static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b ^ 0x9E3779B97F4A7C15UL, out var low);
        return high ^ low;
    }

    private static ulong Tail(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == WordBytes)
        {
            return MemoryMarshal.Read<ulong>(bytes);
        }

        var tail = 0UL;
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            tail = (tail << 8) | bytes[i];
        }

        return tail;
    }
}
