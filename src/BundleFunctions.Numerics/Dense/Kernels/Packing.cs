using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Lays a rectangle out in panels of a tile's width, step after step, with zeros where the last panel runs over the edge: the
/// inner loop then reads forward only.</summary>
internal static unsafe class Packing
{
    /// <summary>Packs a rectangle whose rows are the steps: each panel takes <paramref name="width"/> neighbouring columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackColumns(Block source, int width, float* to)
    {
        for (var left = 0; left < source.Columns; left += width)
        {
            var present = Math.Min(width, source.Columns - left);
            for (var step = 0; step < source.Rows; step++, to += width)
            {
                var from = source.At(step, left);
                if (present == MicroTile.Columns)
                {
                    Vector256.Load(from).Store(to);
                    Vector256.Load(from + 8).Store(to + 8);
                    continue;
                }

                for (var i = 0; i < width; i++)
                {
                    to[i] = i < present ? from[i] : 0;
                }
            }
        }
    }

    /// <summary>Packs a rectangle whose columns are the steps: each panel takes <paramref name="width"/> neighbouring rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackRows(Block source, int width, float* to)
    {
        for (var top = 0; top < source.Rows; top += width, to += (long)width * source.Columns)
        {
            var present = Math.Min(width, source.Rows - top);
            for (var i = 0; i < width; i++)
            {
                var into = to + i;
                if (i >= present)
                {
                    for (var step = 0; step < source.Columns; step++, into += width)
                    {
                        *into = 0;
                    }

                    continue;
                }

                var from = source.At(top + i, 0);
                for (var step = 0; step < source.Columns; step++, into += width)
                {
                    *into = from[step];
                }
            }
        }
    }
}
