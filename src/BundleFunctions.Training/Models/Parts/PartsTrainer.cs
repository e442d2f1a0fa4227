using BundleFunctions.Associations;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Parts;

/// <summary>Makes <see cref="PartsModel"/> of what items are made of (<see cref="TrainingData.Parts"/>). Without parts it scores everything 0.</summary>
/// <param name="options">Valid options. A model is loaded with these, which must be those that it was saved with.</param>
public sealed class PartsTrainer(PartsOptions options) : IRecommenderTrainer
{
    internal const string ModelName = "parts";

    public string Name => ModelName;

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var parts = data.Parts ?? new PartData(new SparseMatrix(new int[data.Items + 1], [], [], 0), new SparseMatrix(new int[data.Rows.Rows + 1], [], [], 0));
        var weights = Array.ConvertAll(parts.Counts(), count => StableMath.Pow(1 + count, -options.Damping));
        return new PartsModel(options, Unit(parts.OfItems, weights), Unit(parts.OfRows, weights));
    }

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var (items, rows) = (arrays.Sparse("items"), arrays.Sparse("rows"));
        return items.Columns == rows.Columns && string.Equals(arrays.Fingerprint, Fingerprint, StringComparison.Ordinal)
            ? new PartsModel(options, items, rows)
            : throw new InvalidModelException(
                $"Model '{Name}' of '{arrays.Fingerprint}' has items of {items.Columns} parts and rows of {rows.Columns}; expected as many and '{Fingerprint}'.");
    }

    private static SparseMatrix Unit(SparseMatrix held, double[] weights)
    {
        var values = new float[held.NonZeros];
        for (var row = 0; row < held.Rows; row++)
        {
            var places = held.ColumnsOf(row);
            var squares = 0.0;
            foreach (var part in places)
            {
                squares += weights[part] * weights[part];
            }

            for (var i = 0; i < places.Length; i++)
            {
                values[held.Offsets[row] + i] = (float)(weights[places[i]] / Math.Sqrt(squares));
            }
        }

        return new SparseMatrix(held.Offsets.ToArray(), held.AllColumns.ToArray(), values, held.Columns);
    }
}
