using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Neighbours;

/// <summary>A model that is a table of neighbours: <c>score(i) = sum over j in the query of weight_j s(j, i)</c>.</summary>
public sealed class NeighbourModel : IRecommender
{
    private const string Table = "neighbours";

    private readonly string _name;
    private readonly string _fingerprint;

    /// <param name="name">The kind of model.</param>
    /// <param name="fingerprint">Its options.</param>
    /// <param name="neighbours">Items x items: row j holds what an item j in the query adds to its neighbours.</param>
    internal NeighbourModel(string name, string fingerprint, SparseMatrix neighbours) =>
        (_name, _fingerprint, Neighbours) = (name, fingerprint, neighbours);

    /// <summary>Items x items: row j holds what an item j in the query adds to its neighbours.</summary>
    public SparseMatrix Neighbours { get; }

    public int Items => Neighbours.Columns;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        for (var q = 0; q < queries.Length; q++)
        {
            var query = queries[q];
            var row = scores.Slice(q * Items, Items);
            for (var i = 0; i < query.Items.Length; i++)
            {
                var weight = query.WeightOf(i);
                var others = Neighbours.ColumnsOf(query.Items[i]);
                var similarities = Neighbours.ValuesOf(query.Items[i]);
                for (var k = 0; k < others.Length; k++)
                {
                    row[others[k]] += weight * similarities[k];
                }
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(_name, _fingerprint).Add(Table, Neighbours);

    /// <exception cref="InvalidModelException">They are not of this kind of model, or do not fit each other.</exception>
    internal static NeighbourModel Load(ModelArrays arrays, string name)
    {
        arrays.RequireModel(name);
        var table = arrays.Sparse(Table);
        return table.Rows == table.Columns
            ? new NeighbourModel(name, arrays.Fingerprint, table)
            : throw new InvalidModelException($"Model '{name}' has neighbours of {table.Rows} items among {table.Columns}; expected as many.");
    }
}
