using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models.Blend;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Makes cases of rows: an item of a row beside wrong ones, as the channels see them from the rest of the row. Not thread-safe: one a
/// thread.</summary>
/// <remarks>Wrong ones are chosen by content and by chance alone, and no signal tells how often an item was seen.</remarks>
internal sealed class LearnedContentCases(ChannelReader reader, int items, LearnedContentOptions options, ulong seed)
{
    private const int Width = ChannelReader.Signals;
    private const int ChannelShare = 4;

    private readonly float[][] _signals = [.. Enumerable.Range(0, ContentChannels.Count * Width).Select(_ => new float[items])];
    private readonly float[] _prior = new float[items];
    private readonly ulong[] _keys = new ulong[items];

    /// <summary>Length of a case's rows.</summary>
    public static int Stride { get; } =
        ((ContentChannels.Count * Width) + BlendCase.Lanes - 1) / BlendCase.Lanes * BlendCase.Lanes;

    /// <param name="number">Of the case; chance hangs on it and the seed.</param>
    /// <param name="row">Two items or more, ascending.</param>
    /// <param name="hidden">Place of the right one among them.</param>
    public BlendCase Read(int number, int[] row, int hidden)
    {
        var query = new Query([.. row[..hidden], .. row[(hidden + 1)..]]);
        var wrong = new SortedSet<int>();
        Array.Clear(_prior);
        for (var c = 0; c < ContentChannels.Count; c++)
        {
            var mean = _signals[c * Width];
            reader.Read(c, query, mean, _signals[(c * Width) + 1]);
            AddBest(mean, Math.Max(1, options.HardNegatives / ChannelShare), wrong);
            for (var item = 0; item < items; item++)
            {
                _prior[item] += (float)ContentChannels.Priors[c] * mean[item];
            }
        }

        AddBest(_prior, options.HardNegatives, wrong);
        var random = SeededRandom.ForStream(seed, "content-learned.negatives", (ulong)number);
        for (var i = 0; i < options.RandomNegatives; i++)
        {
            wrong.Add(random.NextInt32(items));
        }

        wrong.ExceptWith(row);
        return new BlendCase(Regime: 0, Rows([row[hidden], .. wrong]), Weight: 1);
    }

    private void AddBest(float[] scores, int count, SortedSet<int> best)
    {
        var found = 0;
        for (var item = 0; item < items; item++)
        {
            if (scores[item] > 0)
            {
                // Bits of positive floats ascend as they do; turned round, so that the best come first and ties go to the lower number.
                _keys[found++] = ((ulong)~BitConverter.SingleToUInt32Bits(scores[item]) << 32) | (uint)item;
            }
        }

        Array.Sort(_keys, 0, found);
        for (var i = 0; i < Math.Min(found, count); i++)
        {
            best.Add((int)(uint)_keys[i]);
        }
    }

    private float[] Rows(int[] candidates)
    {
        var rows = new float[candidates.Length * Stride];
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var signal = 0; signal < _signals.Length; signal++)
            {
                rows[(i * Stride) + signal] = _signals[signal][candidates[i]];
            }
        }

        return rows;
    }
}
