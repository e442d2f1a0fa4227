namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>Cholesky factor and inverse of a symmetric positive-definite block, in place of its lower triangle, by halving.</summary>
internal sealed class PositiveDefinite(BlockProduct product)
{
    private readonly Triangular _triangular = new(product);

    /// <summary>L with a = L L^T; false where the block is not positive definite.</summary>
    public bool Factor(Block a)
    {
        if (a.Rows <= Leaf.Size)
        {
            return Leaf.Factor(a);
        }

        a.SplitLower(Triangular.Cut(a.Rows), out var first, out var below, out var second);
        if (!Factor(first))
        {
            return false;
        }

        _triangular.SolveRightTransposed(first, below);
        product.Run(below, false, below, true, second, -1, add: true, lower: true);
        return Factor(second);
    }

    /// <summary>L becomes L^-1.</summary>
    public void InvertLower(Block l)
    {
        if (l.Rows <= Leaf.Size)
        {
            Leaf.Invert(l);
            return;
        }

        l.SplitLower(Triangular.Cut(l.Rows), out var first, out var below, out var second);
        InvertLower(first);
        InvertLower(second);
        _triangular.MultiplyLeft(second, below, -1);
        _triangular.MultiplyRight(first, below);
    }

    /// <summary>W becomes the lower triangle of W^T W.</summary>
    public void SquareTransposed(Block w)
    {
        if (w.Rows <= Leaf.Size)
        {
            Leaf.SquareTransposed(w);
            return;
        }

        w.SplitLower(Triangular.Cut(w.Rows), out var first, out var below, out var second);
        SquareTransposed(first);
        product.Run(below, true, below, false, first, 1, add: true, lower: true);
        _triangular.MultiplyLeftTransposed(second, below);
        SquareTransposed(second);
    }
}
