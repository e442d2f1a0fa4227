using System.Runtime.InteropServices;

namespace BundleFunctions.Intake.Fast;

/// <summary>A quick 64-bit hash of bytes, keyed by the process, so that nobody can send values that all fall together. What is written down
/// never depends on it.</summary>
internal static class FastHash
{
    private static readonly ulong Key = ((ulong)(uint)HashCode.Combine(3) << 32) | (uint)HashCode.Combine(4) | 1;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Key ^ (ulong)bytes.Length;
        while (bytes.Length >= 16)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]) ^ 0xD6E8FEB86659FD93UL);
            bytes = bytes[16..];
        }

        if (bytes.Length >= 8)
        {
            return Mix(hash ^ MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^8..]) ^ 0xA0761D6478BD642FUL);
        }

        var rest = 0UL;
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            rest = (rest << 8) | bytes[i];
        }

        return Mix(hash ^ rest, 0xE7037ED1A0B428DBUL);
    }

    /// <summary>The hash of at most 16 bytes that stand in two words.</summary>
    public static ulong Of(ulong low, ulong high, int length) => Mix(low ^ Key ^ (ulong)length, high ^ 0x8EBC6AF09C88C6E3UL);

    /// <summary>The two halves of the 128-bit product, folded into one.</summary>
    public static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b ^ 0x9E3779B97F4A7C15UL, out var low);
        return high ^ low;
    }
}
