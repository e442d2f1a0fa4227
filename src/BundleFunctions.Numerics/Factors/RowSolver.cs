using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BundleFunctions.Numerics.Factors;

/// <summary>
/// Solves rows of <see cref="NormalEquations"/> by conjugate gradients, without ever building a row's matrix: a product with it is one with G
/// and one pass over the row's vectors. Source: G. Takács, I. Pilászy, D. Tikk, "Applications of the conjugate gradient method for implicit
/// feedback collaborative filtering", RecSys 2011. Holds scratch: one a thread.
/// </summary>
/// <param name="rank">Factors of every vector.</param>
public sealed unsafe class RowSolver(int rank)
{
    // Rows up to this many vectors are first copied side by side: every further pass then reads 1 MiB at most at rank 64, in order.
    private const int MostGathered = 4096;
    private const int Ahead = 8;

    private readonly int _stride = FactorMatrix.StrideOf(rank);
    private readonly AlignedFloats _scratch = new(4L * FactorMatrix.StrideOf(rank));
    private AlignedFloats _gathered = new(64L * FactorMatrix.StrideOf(rank));
    private float[] _weights = [];
    private int[] _places = [];

    /// <summary>Improves one row's x by some steps, fewer where it is solved before.</summary>
    /// <param name="equations">The other side.</param>
    /// <param name="columns">The row's columns.</param>
    /// <param name="values">Their values, as many.</param>
    /// <param name="lambda">λ of this row, 0 or above.</param>
    /// <param name="steps">The most steps.</param>
    /// <param name="tolerance">Share of the right-hand side's length at which the residual is small enough to stop.</param>
    /// <param name="x">Where to start, and the answer: <see cref="FactorMatrix.Stride"/> floats. Set to 0 for a row without values.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, or a column is out of range.</exception>
    /// <returns><c>xᵀAx - 2bᵀx</c> at the answer, λ's part included: what this row adds to the loss, but for a constant.</returns>
    public double Solve(
        NormalEquations equations, ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float lambda, int steps, float tolerance, Span<float> x)
    {
        if (columns.Length == 0)
        {
            x.Clear();
            return 0;
        }

        RequireFits(equations, columns, values, x);
        SetWeights(values, equations.Alpha);
        var gathered = columns.Length <= MostGathered;
        if (gathered)
        {
            Gather(equations.Factors, columns);
        }

        fixed (float* rows = gathered ? _gathered.Span : equations.Factors.Padded, gram = equations.Gram.Padded, answer = x)
        fixed (float* scratch = _scratch.Span, weights = _weights)
        fixed (int* places = gathered ? _places : columns)
        {
            var system = new RowSystem(rows, places, weights, columns.Length, gram, lambda, rank, _stride);
            return Iterate(system, answer, scratch, steps, tolerance);
        }
    }

    // What follows runs without bounds.
    private void RequireFits(NormalEquations equations, ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> x)
    {
        if (equations.Factors.Rank != rank || equations.Gram.Rank != rank || equations.Gram.Rows != rank
            || x.Length != _stride || values.Length != columns.Length)
        {
            throw new ArgumentException($"Vectors, values and answer do not fit a solver of rank {rank}.", nameof(equations));
        }

        var rows = (uint)equations.Factors.Rows;
        foreach (var column in columns)
        {
            if ((uint)column >= rows)
            {
                throw new ArgumentException($"A row holds column {column}; expected 0..{rows} - 1.", nameof(columns));
            }
        }
    }

    private static double Iterate(in RowSystem system, float* x, float* scratch, int steps, float tolerance)
    {
        var stride = system.Stride;
        var b = scratch;
        var r = scratch + stride;
        var p = scratch + (2 * stride);
        var ap = scratch + (3 * stride);
        system.Start(x, ap, b);
        for (var k = 0; k < stride; k++)
        {
            r[k] = p[k] = b[k] - ap[k];
        }

        var old = FactorKernels.Dot(r, r, stride);
        var enough = Math.Max(1e-20f, tolerance * tolerance * FactorKernels.Dot(b, b, stride));
        for (var step = 0; step < steps && !(old < enough); step++)
        {
            system.Multiply(p, ap);
            var curvature = FactorKernels.Dot(p, ap, stride);
            if (curvature <= 0)
            {
                break;
            }

            var length = old / curvature;
            FactorKernels.AddScaled(length, p, x, stride);
            FactorKernels.AddScaled(-length, ap, r, stride);
            var now = FactorKernels.Dot(r, r, stride);
            var keep = now / old;
            FactorKernels.ShrinkAndAdd(keep, 1, r, p, stride);
            old = now;
        }

        // Ax = b - r, hence xᵀAx - 2bᵀx = -xᵀ(r + b): the loss costs nothing once the row is solved.
        return -((double)FactorKernels.Dot(x, r, stride) + FactorKernels.Dot(x, b, stride));
    }

    private void SetWeights(ReadOnlySpan<float> values, float alpha)
    {
        // The passes take four at a time: the last of a row may be taken again, with weight 0.
        if (_weights.Length < values.Length + 3)
        {
            _weights = new float[Math.Max(2 * _weights.Length, values.Length + 3)];
        }

        for (var i = 0; i < values.Length; i++)
        {
            _weights[i] = alpha * values[i];
        }

        _weights.AsSpan(values.Length, 3).Clear();
    }

    private void Gather(FactorMatrix factors, ReadOnlySpan<int> columns)
    {
        if (_places.Length < columns.Length)
        {
            _places = [.. Enumerable.Range(0, Math.Max(64, Math.Min(2 * columns.Length, MostGathered)))];
        }

        if (_gathered.Length < columns.Length * _stride)
        {
            _gathered = new AlignedFloats((long)_places.Length * _stride);
        }

        fixed (float* rows = factors.Padded, block = _gathered.Span)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (i + Ahead < columns.Length)
                {
                    Prefetch(rows + ((long)columns[i + Ahead] * _stride));
                }

                var from = rows + ((long)columns[i] * _stride);
                var to = block + (i * _stride);
                for (var k = 0; k < _stride; k += FactorMatrix.Lanes)
                {
                    Vector256.Store(Vector256.Load(from + k), to + k);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Prefetch(float* row)
    {
        if (Sse.IsSupported)
        {
            for (var k = 0; k < _stride; k += 16)
            {
                Sse.Prefetch0(row + k);
            }
        }
    }
}
