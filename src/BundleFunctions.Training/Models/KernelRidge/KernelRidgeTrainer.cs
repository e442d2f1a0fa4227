using BundleFunctions.Associations;
using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.KernelRidge;

/// <summary>Kernel ridge regression over rows: what a row holds is told from the rows like it, all at once rather than from the nearest.
/// <c>A = (K + ridge mean(diag K))^-1 Y</c> with K = V V^T over the rows' vectors (<see cref="RowVectors"/>) and Y the rows over items.
/// Saunders, Gammerman, Vovk 1998.</summary>
/// <param name="options">Valid options. A model is loaded with these, which must be those that it was saved with.</param>
public sealed class KernelRidgeTrainer(KernelRidgeOptions options) : IRecommenderTrainer
{
    internal const string ModelName = "kernel-ridge";

    // 400 MB of answers.
    private const int MaxCells = 100_000_000;

    public string Name => ModelName;

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var vectors = RowVectors.Of(data, options);
        var rows = vectors.OfRows(data);
        var speakers = Speakers(data.Rows);
        var gram = new DenseMatrix(speakers.Length, speakers.Length);
        SparseGram.Add(rows.TakeRows(speakers).Transpose(), 1, gram, context.Threads, cancellationToken);
        var ridge = (float)(options.Ridge * Enumerable.Range(0, speakers.Length).Select(i => (double)gram[i, i]).DefaultIfEmpty(1).Average());
        for (var i = 0; i < speakers.Length; i++)
        {
            gram[i, i] += ridge;
        }

        if (!float.IsFinite(ridge) || (speakers.Length > 0 && (ridge == 0 || !Cholesky.TryInvert(gram, context.Threads, cancellationToken))))
        {
            throw new DivergedException($"The kernel of {speakers.Length} rows with ridge {ridge} is not positive definite.");
        }

        return new KernelRidgeModel(Fingerprint, vectors, rows, speakers, Answers(gram, data.Rows.TakeRows(speakers), context, cancellationToken));
    }

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var (items, rows, speakers, answers) = (arrays.Sparse("items"), arrays.Sparse("rows"), arrays.Ints("speakers"), arrays.Floats("answers"));
        var fits = items.Columns >= items.Rows && rows.Columns == items.Columns && speakers.All(row => row >= 0 && row < rows.Rows)
            && answers.LongLength == (long)speakers.Length * items.Rows;
        return string.Equals(arrays.Fingerprint, Fingerprint, StringComparison.Ordinal) && fits
            ? new KernelRidgeModel(Fingerprint, new RowVectors(items, options), rows, speakers, new DenseMatrix(speakers.Length, items.Rows, answers))
            : throw new InvalidModelException(fits
                ? $"The model was saved with '{arrays.Fingerprint}'; expected '{Fingerprint}'."
                : $"Model '{Name}' has {speakers.Length} rows of {rows.Rows} that speak of {items.Rows} items in {answers.Length} numbers.");
    }

    // The newest that hold an item: rows stand oldest first.
    private int[] Speakers(SparseMatrix rows)
    {
        var most = Math.Min(options.MaxRows, MaxCells / Math.Max(rows.Columns, 1));
        int[] all = [.. Enumerable.Range(0, rows.Rows).Where(row => !rows.ColumnsOf(row).IsEmpty)];
        return all[Math.Max(0, all.Length - most)..];
    }

    private static DenseMatrix Answers(DenseMatrix inverse, SparseMatrix rows, TrainingContext context, CancellationToken cancellationToken)
    {
        var answers = new DenseMatrix(rows.Rows, rows.Columns);
        Parallel.For(0, rows.Rows, context.Parallel(cancellationToken), speaker =>
        {
            var to = answers.Row(speaker);
            for (var row = 0; row < rows.Rows; row++)
            {
                var weight = inverse[speaker, row];
                var columns = rows.ColumnsOf(row);
                var values = rows.ValuesOf(row);
                for (var i = 0; i < columns.Length; i++)
                {
                    to[columns[i]] += weight * values[i];
                }
            }
        });
        return answers;
    }
}
