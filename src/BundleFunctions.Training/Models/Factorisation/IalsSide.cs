using System.Collections.Concurrent;
using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>One side of the factorisation, rows or items: solves all its vectors against the other side's.</summary>
/// <param name="values">This side's rows over the other side's columns.</param>
/// <param name="factors">This side's vectors, improved in place.</param>
internal sealed class IalsSide(SparseMatrix values, FactorMatrix factors, IalsOptions options)
{
    private const int PartRows = 128;

    private readonly FrequencyScaledLambda _lambda = FrequencyScaledLambda.Of(values, options);
    private readonly double[] _losses = new double[(values.Rows + PartRows - 1) / PartRows];
    private readonly ConcurrentBag<RowSolver> _solvers = [];

    public FactorMatrix Factors => factors;

    /// <returns>The loss but for its constant and the other side's penalty.</returns>
    public double Improve(FactorMatrix other, ParallelOptions parallel)
    {
        var equations = new NormalEquations(other, GramMatrix.Of(other, parallel), (float)options.Alpha);

        // Each row is solved on its own and each part's loss has its place, so nothing hangs on who takes which part.
        Parallel.For(
            0,
            _losses.Length,
            parallel,
            () => _solvers.TryTake(out var idle) ? idle : new RowSolver(factors.Rank),
            (part, _, solver) =>
            {
                _losses[part] = Improve(part, equations, solver);
                return solver;
            },
            _solvers.Add);
        return _losses.Sum();
    }

    /// <summary>Σ λ_u |x_u|²</summary>
    public double Penalty()
    {
        var sum = 0.0;
        for (var row = 0; row < values.Rows; row++)
        {
            sum += _lambda.For(values.ValuesOf(row)) * (double)FactorVectors.Dot(factors[row], factors[row]);
        }

        return sum;
    }

    private double Improve(int part, NormalEquations equations, RowSolver solver)
    {
        var loss = 0.0;
        var end = Math.Min(values.Rows, (part + 1) * PartRows);
        for (var row = part * PartRows; row < end; row++)
        {
            var held = values.ValuesOf(row);
            loss += solver.Solve(equations, values.ColumnsOf(row), held, _lambda.For(held), options.Steps, tolerance: 0, factors[row]);
        }

        return loss;
    }
}
