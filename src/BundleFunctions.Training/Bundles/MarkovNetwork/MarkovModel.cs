using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>Completes baskets by a <see cref="PairwiseNetwork"/>: items by their log-odds given what the basket holds and nothing else, above
/// those of an item that was never bought.</summary>
public sealed class MarkovModel : IRecommender
{
    private readonly string _fingerprint;
    private readonly double _floor;

    internal MarkovModel(PairwiseNetwork network, double floor, string fingerprint) => (Network, _floor, _fingerprint) = (network, floor, fingerprint);

    public PairwiseNetwork Network { get; }

    /// <inheritdoc/>
    public int Items => Network.Items;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            for (var item = 0; item < Items; item++)
            {
                row[item] = (float)(Network.Bias[item] - _floor);
            }

            var query = queries[q];
            for (var i = 0; i < query.Items.Length; i++)
            {
                var columns = Network.Couplings.ColumnsOf(query.Items[i]);
                var values = Network.Couplings.ValuesOf(query.Items[i]);
                for (var k = 0; k < columns.Length; k++)
                {
                    row[columns[k]] += query.WeightOf(i) * values[k];
                }
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(MarkovNetworkTrainer.ModelName, _fingerprint)
        .Add("bias", Network.Bias.ToArray())
        .Add("floor", new[] { _floor })
        .Add("couplings", Network.Couplings);
}
