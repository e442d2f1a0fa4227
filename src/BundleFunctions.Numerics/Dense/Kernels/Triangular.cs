namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Products and solutions with a lower triangle, in place, by halving: nearly all of the work ends in
/// <see cref="BlockProduct"/>. Elmroth, Gustavson, Jonsson, Kagstrom 2004.</summary>
internal sealed unsafe class Triangular(BlockProduct product)
{
    /// <summary>Where a square block is cut in two.</summary>
    public static int Cut(int rows) => ((rows / 2) + Leaf.Size - 1) / Leaf.Size * Leaf.Size;

    /// <summary><c>b = b l^-T</c>.</summary>
    public void SolveRightTransposed(Block l, Block b)
    {
        if (l.Rows <= Leaf.Size)
        {
            var room = stackalloc float[Leaf.Size * Leaf.Size];
            var inverse = Leaf.CopyLower(l, room);
            Leaf.Invert(inverse);
            product.Run(b, false, inverse, true, b, 1, add: false);
            return;
        }

        var cut = Cut(l.Rows);
        l.SplitLower(cut, out var first, out var below, out var second);
        var (left, right) = SplitColumns(b, cut);
        SolveRightTransposed(first, left);
        product.Run(left, false, below, true, right, -1, add: true);
        SolveRightTransposed(second, right);
    }

    /// <summary><c>b = scale w b</c>.</summary>
    public void MultiplyLeft(Block w, Block b, float scale)
    {
        if (w.Rows <= Leaf.Size)
        {
            var room = stackalloc float[Leaf.Size * Leaf.Size];
            product.Run(Leaf.CopyLower(w, room), false, b, false, b, scale, add: false);
            return;
        }

        var cut = Cut(w.Rows);
        w.SplitLower(cut, out var first, out var below, out var second);
        var (upper, lower) = SplitRows(b, cut);
        MultiplyLeft(second, lower, scale);
        product.Run(below, false, upper, false, lower, scale, add: true);
        MultiplyLeft(first, upper, scale);
    }

    /// <summary><c>b = w^T b</c>.</summary>
    public void MultiplyLeftTransposed(Block w, Block b)
    {
        if (w.Rows <= Leaf.Size)
        {
            var room = stackalloc float[Leaf.Size * Leaf.Size];
            product.Run(Leaf.CopyLower(w, room), true, b, false, b, 1, add: false);
            return;
        }

        var cut = Cut(w.Rows);
        w.SplitLower(cut, out var first, out var below, out var second);
        var (upper, lower) = SplitRows(b, cut);
        MultiplyLeftTransposed(first, upper);
        product.Run(below, true, lower, false, upper, 1, add: true);
        MultiplyLeftTransposed(second, lower);
    }

    /// <summary><c>b = b w</c>.</summary>
    public void MultiplyRight(Block w, Block b)
    {
        if (w.Rows <= Leaf.Size)
        {
            var room = stackalloc float[Leaf.Size * Leaf.Size];
            product.Run(b, false, Leaf.CopyLower(w, room), false, b, 1, add: false);
            return;
        }

        var cut = Cut(w.Rows);
        w.SplitLower(cut, out var first, out var below, out var second);
        var (left, right) = SplitColumns(b, cut);
        MultiplyRight(first, left);
        product.Run(right, false, below, false, left, 1, add: true);
        MultiplyRight(second, right);
    }

    private static (Block Left, Block Right) SplitColumns(Block b, int cut) =>
        (b.Slice(0, 0, b.Rows, cut), b.Slice(0, cut, b.Rows, b.Columns - cut));

    private static (Block Upper, Block Lower) SplitRows(Block b, int cut) =>
        (b.Slice(0, 0, cut, b.Columns), b.Slice(cut, 0, b.Rows - cut, b.Columns));
}
