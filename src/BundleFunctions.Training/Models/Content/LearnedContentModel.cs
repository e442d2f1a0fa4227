using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Ranks items by how alike their content is to the query's items, each way of being alike weighted by what rows taught.</summary>
/// <remarks>
/// <code>score(q, j) = 1 / h_j  sum over channels c of  a_c sum over i in q of w_i cos_c(i, j) / sum w  +  b_c max(0, max over i in q of cos_c(i, j))</code>
/// h_j holds items back that are like everything (<see cref="Hubs"/>).
/// No weight is below 0, and nothing counts how often an item was seen: an item of no row is ranked like any other.
/// </remarks>
public sealed class LearnedContentModel : IRecommender
{
    internal const string ModelName = "content-learned";

    private readonly string _fingerprint;
    private readonly SparseMatrix[] _channels;
    private readonly SparseMatrix[] _postings;
    private readonly double[] _weights;
    private readonly float[] _hubs;

    /// <param name="fingerprint">The options that it was made with.</param>
    /// <param name="channels">Each items x terms.</param>
    /// <param name="weights">Two a channel: of the mean and of the maximum.</param>
    /// <param name="hubs">By item what its scores are divided by, above 0.</param>
    internal LearnedContentModel(string fingerprint, SparseMatrix[] channels, double[] weights, float[] hubs) =>
        (_fingerprint, _channels, _postings, _weights, _hubs) =
        (fingerprint, channels, [.. channels.Select(channel => channel.Transpose())], weights, hubs);

    private LearnedContentModel(LearnedContentModel other, float[] hubs) =>
        (_fingerprint, _channels, _postings, _weights, _hubs) = (other._fingerprint, other._channels, other._postings, other._weights, hubs);

    /// <inheritdoc/>
    public int Items => _channels[0].Rows;

    /// <summary>Two a channel: of the mean and of the maximum.</summary>
    internal IReadOnlyList<double> Weights => _weights;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        scores[..(queries.Length * Items)].Clear();
        var (mean, most) = (new float[Items], new float[Items]);
        var reader = NewReader();
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            for (var c = 0; c < _channels.Length; c++)
            {
                var (a, b) = ((float)_weights[c * ChannelReader.Signals], (float)_weights[(c * ChannelReader.Signals) + 1]);
                if (a == 0 && b == 0)
                {
                    continue;
                }

                reader.Read(c, queries[q], mean, most);
                for (var item = 0; item < row.Length; item++)
                {
                    row[item] += (a * mean[item]) + (b * most[item]);
                }
            }

            for (var item = 0; item < row.Length; item++)
            {
                row[item] /= _hubs[item];
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save()
    {
        var arrays = new ModelArrays(ModelName, _fingerprint).Add("weights", _weights).Add("hubs", _hubs);
        for (var c = 0; c < _channels.Length; c++)
        {
            arrays.Add(ChannelName(c), _channels[c]);
        }

        return arrays;
    }

    /// <summary>The same, its scores divided anew.</summary>
    internal LearnedContentModel With(float[] hubs) => new(this, hubs);

    internal static string ChannelName(int channel) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"channel{channel}");

    internal ChannelReader NewReader() => new(_channels, _postings, Items);
}
