namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Products of blocks. Tiles and the order of adding are fixed by the shapes, so the bits are the same for any number of
/// threads.</summary>
/// <param name="workspace">Packing room and threads.</param>
internal sealed unsafe class BlockProduct(Workspace workspace)
{
    // Below this many multiplications a second thread costs more than it brings.
    private const long WorthThreads = 1 << 20;
    private const int FewRows = 8 * MicroTile.RowsAtOnce;
    private const int ColumnsOfFewRows = 256;

    /// <summary><c>c = scale op(a) op(b)</c>, or <c>c += scale op(a) op(b)</c>. <paramref name="c"/> may be <paramref name="b"/> where the
    /// depth is at most <see cref="MicroTile.Depth"/>, and may be <paramref name="a"/> where <paramref name="c"/> is also no wider than
    /// that: both are packed before they are overwritten.</summary>
    /// <param name="lower">Leaves what is right of c's diagonal alone.</param>
    public void Run(Block a, bool transposeA, Block b, bool transposeB, Block c, float scale, bool add, bool lower = false)
    {
        var depth = transposeA ? a.Rows : a.Columns;
        for (var left = 0; left < c.Columns; left += MicroTile.ColumnsAtOnce)
        {
            var columns = Math.Min(MicroTile.ColumnsAtOnce, c.Columns - left);
            var top = lower ? left : 0;
            if (top >= c.Rows)
            {
                break;
            }

            for (var from = 0; from < depth; from += MicroTile.Depth)
            {
                var steps = Math.Min(MicroTile.Depth, depth - from);
                PackRight(b, transposeB, from, steps, left, columns, (long)steps * columns * (c.Rows - top) > WorthThreads);
                var rows = transposeA ? a.Slice(from, top, steps, c.Rows - top) : a.Slice(top, from, c.Rows - top, steps);
                Multiply(rows, transposeA, steps, c.Slice(top, left, c.Rows - top, columns), scale, add || from > 0, lower);
            }
        }
    }

    private void PackRight(Block b, bool transpose, int from, int steps, int left, int columns, bool worthThreads)
    {
        const int AtOnce = 8 * MicroTile.Columns;
        var to = workspace.Right;
        workspace.Run((columns + AtOnce - 1) / AtOnce, worthThreads, task =>
        {
            var first = task * AtOnce;
            var count = Math.Min(AtOnce, columns - first);
            var panels = to + ((long)first * steps);
            if (transpose)
            {
                Packing.PackRows(b.Slice(left + first, from, count, steps), MicroTile.Columns, panels);
            }
            else
            {
                Packing.PackColumns(b.Slice(from, left + first, steps, count), MicroTile.Columns, panels);
            }
        });
    }

    private void Multiply(Block a, bool transpose, int steps, Block c, float scale, bool add, bool lower)
    {
        var columnsAtOnce = c.Rows >= FewRows ? MicroTile.ColumnsAtOnce : ColumnsOfFewRows;
        var rowTasks = (c.Rows + MicroTile.RowsAtOnce - 1) / MicroTile.RowsAtOnce;
        var columnTasks = (c.Columns + columnsAtOnce - 1) / columnsAtOnce;
        var right = workspace.Right;
        workspace.Run(rowTasks * columnTasks, (long)steps * c.Rows * c.Columns > WorthThreads, task =>
        {
            var top = task / columnTasks * MicroTile.RowsAtOnce;
            var left = task % columnTasks * columnsAtOnce;
            var rows = Math.Min(MicroTile.RowsAtOnce, c.Rows - top);
            var columns = Math.Min(columnsAtOnce, c.Columns - left);
            if (lower && left > top + rows - 1)
            {
                return;
            }

            var packed = workspace.RentLeft();
            if (transpose)
            {
                Packing.PackColumns(a.Slice(0, top, steps, rows), MicroTile.Rows, packed);
            }
            else
            {
                Packing.PackRows(a.Slice(top, 0, rows, steps), MicroTile.Rows, packed);
            }

            var tiles = new TileLoop(packed, right + ((long)left * steps), steps, scale, add);
            tiles.Run(c.Slice(top, left, rows, columns), lower ? top - left : int.MaxValue - MicroTile.RowsAtOnce);
            workspace.ReturnLeft(packed);
        });
    }
}
