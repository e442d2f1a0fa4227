using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Runs the micro-kernel over a packed block times packed panels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct TileLoop(float* left, float* right, int steps, float scale, bool add)
{
    private readonly float* _left = left;
    private readonly float* _right = right;
    private readonly int _steps = steps;
    private readonly float _scale = scale;
    private readonly bool _add = add;

    /// <summary>Writes the tiles of <paramref name="c"/>.</summary>
    /// <param name="diagonal">In row i the columns after i + this are left alone.</param>
    public void Run(Block c, int diagonal)
    {
        var spare = _left + (MicroTile.Depth * MicroTile.RowsAtOnce);
        for (var column = 0; column < c.Columns; column += MicroTile.Columns)
        {
            var panel = _right + ((long)column * _steps);
            var columns = Math.Min(MicroTile.Columns, c.Columns - column);
            for (var row = 0; row < c.Rows; row += MicroTile.Rows)
            {
                var rows = Math.Min(MicroTile.Rows, c.Rows - row);
                if (column > row + rows - 1 + diagonal)
                {
                    continue;
                }

                var whole = rows == MicroTile.Rows && columns == MicroTile.Columns && column + MicroTile.Columns - 1 <= row + diagonal;
                var block = _left + (row * _steps);
                if (whole)
                {
                    MicroKernel.Run(_steps, block, panel, c.At(row, column), c.Stride, _scale, _add);
                    continue;
                }

                MicroKernel.Run(_steps, block, panel, spare, MicroTile.Columns, _scale, add: false);
                CopyPart(spare, c.Slice(row, column, rows, columns), row + diagonal - column);
            }
        }
    }

    private void CopyPart(float* spare, Block c, int lastColumn)
    {
        for (var i = 0; i < c.Rows; i++)
        {
            var to = c.At(i, 0);
            var from = spare + (i * MicroTile.Columns);
            var count = Math.Min(c.Columns, lastColumn + i + 1);
            for (var j = 0; j < count; j++)
            {
                to[j] = _add ? to[j] + from[j] : from[j];
            }
        }
    }
}
