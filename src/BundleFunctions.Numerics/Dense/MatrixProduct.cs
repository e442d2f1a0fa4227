using BundleFunctions.Numerics.Dense.Kernels;

namespace BundleFunctions.Numerics.Dense;

/// <summary>Products of dense matrices; the same bits for any number of threads.</summary>
public static class MatrixProduct
{
    /// <summary>op(a) op(b), where op is the transpose if asked for.</summary>
    /// <param name="threads">1 or more.</param>
    /// <exception cref="ArgumentException">The inner sizes differ.</exception>
    public static unsafe DenseMatrix Multiply(
        DenseMatrix a,
        DenseMatrix b,
        bool transposeA = false,
        bool transposeB = false,
        int threads = 1,
        CancellationToken cancellationToken = default)
    {
        var (rows, depth) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var (other, columns) = transposeB ? (b.Columns, b.Rows) : (b.Rows, b.Columns);
        if (depth != other)
        {
            throw new ArgumentException($"Cannot multiply {rows} x {depth} by {other} x {columns}.", nameof(b));
        }

        var result = new DenseMatrix(rows, columns);
        using var workspace = new Workspace(threads, cancellationToken);
        fixed (float* pa = a.Values, pb = b.Values, pc = result.Values)
        {
            new BlockProduct(workspace).Run(
                new Block(pa, a.Columns, a.Rows, a.Columns),
                transposeA,
                new Block(pb, b.Columns, b.Rows, b.Columns),
                transposeB,
                new Block(pc, columns, rows, columns),
                1,
                add: false);
        }

        return result;
    }

    /// <summary>a^T a, or a a^T, whole: half of the multiplications of the general product.</summary>
    /// <param name="transposeA">True for a^T a.</param>
    /// <param name="threads">1 or more.</param>
    public static unsafe DenseMatrix Square(
        DenseMatrix a, bool transposeA, int threads = 1, CancellationToken cancellationToken = default)
    {
        var size = transposeA ? a.Columns : a.Rows;
        var result = new DenseMatrix(size, size);
        using var workspace = new Workspace(threads, cancellationToken);
        fixed (float* pa = a.Values, pc = result.Values)
        {
            var block = new Block(pa, a.Columns, a.Rows, a.Columns);
            new BlockProduct(workspace).Run(
                block, transposeA, block, !transposeA, new Block(pc, size, size, size), 1, add: false, lower: true);
        }

        result.MirrorLower();
        return result;
    }
}
