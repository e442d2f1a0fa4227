using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>A rectangle inside of a pinned row-major matrix.</summary>
/// <param name="start">Its first value.</param>
/// <param name="stride">Values from one row to the next.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct Block(float* start, long stride, int rows, int columns)
{
    public readonly float* Start = start;

    public readonly long Stride = stride;

    public readonly int Rows = rows;

    public readonly int Columns = columns;

    public float* At(int row, int column) => Start + (row * Stride) + column;

    public Block Slice(int row, int column, int rows, int columns) => new(At(row, column), Stride, rows, columns);

    /// <summary>Cuts a square block at <paramref name="at"/> into the three parts of its lower triangle.</summary>
    public void SplitLower(int at, out Block first, out Block below, out Block second)
    {
        first = Slice(0, 0, at, at);
        below = Slice(at, 0, Rows - at, at);
        second = Slice(at, at, Rows - at, Rows - at);
    }
}
