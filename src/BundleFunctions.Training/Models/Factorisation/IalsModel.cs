using System.Collections.Concurrent;
using BundleFunctions.Associations;
using BundleFunctions.Numerics.Factors;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>Items as vectors. A query is folded in: its vector is solved as a row's was in training, to the end, so a basket or user that was
/// never seen is answered like one that was.</summary>
public sealed class IalsModel : IRecommender
{
    internal const string Kind = "ials";

    // Conjugate gradients end after at most rank steps but for rounding; well-conditioned systems need a dozen.
    private const float Tolerance = 1e-5f;

    private readonly NormalEquations _equations;
    private readonly FrequencyScaledLambda _lambda;
    private readonly string _fingerprint;
    private readonly ConcurrentBag<RowSolver> _solvers = [];

    internal IalsModel(FactorMatrix items, FrequencyScaledLambda lambda, string fingerprint)
    {
        _equations = new NormalEquations(items, GramMatrix.Of(items, new ParallelOptions { MaxDegreeOfParallelism = 1 }), (float)lambda.Alpha);
        (_lambda, _fingerprint) = (lambda, fingerprint);
    }

    public int Items => _equations.Factors.Rows;

    /// <summary>Vectors of the items.</summary>
    public FactorMatrix ItemFactors => _equations.Factors;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var solver = _solvers.TryTake(out var idle) ? idle : new RowSolver(ItemFactors.Rank);
        var x = new FactorMatrix(1, ItemFactors.Rank);
        for (var i = 0; i < queries.Length; i++)
        {
            FoldIn(queries[i], solver, x[0]);
            FactorVectors.DotRows(ItemFactors, x[0], scores.Slice(i * Items, Items));
        }

        _solvers.Add(solver);
    }

    /// <summary>The vector of a basket or user that holds the query's items, padded as <see cref="ItemFactors"/> are.</summary>
    public float[] FoldIn(Query query)
    {
        var x = new float[ItemFactors.Stride];
        FoldIn(query, new RowSolver(ItemFactors.Rank), x);
        return x;
    }

    public ModelArrays Save() => new ModelArrays(Kind, _fingerprint)
        .Add("items", ItemFactors.ToArray())
        .Add("rank", new[] { ItemFactors.Rank })
        .Add("regularisation", new[] { _lambda.Lambda, _lambda.Power, _lambda.Alpha, _lambda.Columns, _lambda.Mean });

    internal static IalsModel Load(ModelArrays arrays)
    {
        arrays.RequireModel(Kind);
        var settings = arrays.Doubles("regularisation");
        if (settings.Length != 5 || !settings.All(double.IsFinite))
        {
            throw new InvalidModelException($"Array 'regularisation' of model '{Kind}' holds {settings.Length} numbers; expected 5 finite ones.");
        }

        var lambda = new FrequencyScaledLambda(settings[0], settings[1], settings[2], settings[3], settings[4]);
        return new IalsModel(arrays.Factors("items", arrays.Single("rank")), lambda, arrays.Fingerprint);
    }

    private void FoldIn(Query query, RowSolver solver, Span<float> x)
    {
        var values = new float[query.Items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = query.WeightOf(i);
        }

        x.Clear();
        solver.Solve(_equations, query.Items, values, _lambda.For(values), 2 * ItemFactors.Rank, Tolerance, x);
    }
}
