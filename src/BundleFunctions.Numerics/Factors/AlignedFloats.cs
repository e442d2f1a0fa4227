using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Factors;

/// <summary>Floats, all 0 at first, that start on a cache line and never move, so that no vector load of eight straddles two lines.</summary>
internal sealed class AlignedFloats
{
    private const int LineBytes = 64;
    private const int LineFloats = LineBytes / sizeof(float);

    private readonly float[] _values;
    private readonly int _start;

    public AlignedFloats(long length)
    {
        Length = checked((int)length);
        _values = GC.AllocateArray<float>(checked(Length + LineFloats), pinned: true);
        var address = Address(_values);
        _start = (int)((LineBytes - (address % LineBytes)) % LineBytes) / sizeof(float);
    }

    public int Length { get; }

    public Span<float> Span => _values.AsSpan(_start, Length);

    private static unsafe nint Address(float[] pinned) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
}
