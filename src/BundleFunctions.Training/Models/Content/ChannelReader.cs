using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Content;

/// <summary>How alike all items are to a query's, channel by channel: on the whole, and to the query's likest item. Not thread-safe: one a
/// thread.</summary>
internal sealed class ChannelReader(IReadOnlyList<SparseMatrix> channels, IReadOnlyList<SparseMatrix> postings, int items)
{
    /// <summary>Signals of a channel: mean, and maximum where that is above 0.</summary>
    public const int Signals = 2;

    private readonly float[] _own = new float[items];

    /// <param name="mean">By item; overwritten.</param>
    /// <param name="most">By item; overwritten.</param>
    public void Read(int channel, Query query, Span<float> mean, Span<float> most)
    {
        mean.Clear();
        most.Clear();
        var total = 0f;
        for (var i = 0; i < query.Items.Length; i++)
        {
            total += query.WeightOf(i);
        }

        for (var i = 0; i < query.Items.Length; i++)
        {
            Likeness(channels[channel], postings[channel], query.Items[i]);
            var share = query.WeightOf(i) / total;
            for (var item = 0; item < items; item++)
            {
                mean[item] += share * _own[item];
                most[item] = Math.Max(most[item], _own[item]);
            }
        }
    }

    private void Likeness(SparseMatrix channel, SparseMatrix posted, int item)
    {
        Array.Clear(_own);
        var terms = channel.ColumnsOf(item);
        var values = channel.ValuesOf(item);
        for (var t = 0; t < terms.Length; t++)
        {
            var who = posted.ColumnsOf(terms[t]);
            var theirs = posted.ValuesOf(terms[t]);
            for (var p = 0; p < who.Length; p++)
            {
                _own[who[p]] += values[t] * theirs[p];
            }
        }
    }
}
