using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Makes the scores of one part comparable with those of others. Not thread-safe: one a thread.</summary>
/// <remarks>
/// Three signals an item: <c>level = s / scale</c>, with the part's own scale over all validation queries, which keeps how sure it is of this
/// query; <c>spread = min(s / sd, 20)</c> with the standard deviation over this query's items, which does not; <c>place = 1 - ln(rank) / ln(1001)</c>
/// for the best thousand items that score above 0, which only tells their order.
/// </remarks>
internal sealed class PartSignals(int items)
{
    public const int Count = 3;

    private const int Places = 1000;
    private const float MaxSpread = 20;

    private static readonly float[] PlaceOf =
        [.. Enumerable.Range(0, Places + 1).Select(rank => rank == 0 ? 0 : (float)(1 - (StableMath.Log(rank) / StableMath.Log(Places + 1))))];

    private readonly BestKeys _keys = new(items);
    private readonly float[] _places = new float[items];
    private readonly List<int> _placed = new(Places);

    /// <summary>Factor that makes scores into spreads: 1 / sd; 0 where all are equal.</summary>
    public float Spread { get; private set; }

    /// <summary>Places by item, valid until the next call.</summary>
    public ReadOnlySpan<float> PlacesByItem => _places;

    /// <summary>The best items that score above 0, best first; how many are asked for, were kept or are there.</summary>
    public int[] Best(int count)
    {
        var best = new int[Math.Min(count, _keys.Count)];
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = (int)(uint)_keys[i];
        }

        return best;
    }

    public static float Clip(float spread) => Math.Clamp(spread, -MaxSpread, MaxSpread);

    /// <param name="scores">One an item.</param>
    /// <param name="keep">Best items that <see cref="Best"/> is to know, besides those that have a place.</param>
    /// <param name="withPlaces">Whether places are wanted; else all are 0 and no item is the best.</param>
    public void Read(ReadOnlySpan<float> scores, int keep = 0, bool withPlaces = true)
    {
        foreach (var item in _placed)
        {
            _places[item] = 0;
        }

        _placed.Clear();
        double sum = 0, squares = 0;
        foreach (var score in scores)
        {
            sum += score;
            squares += (double)score * score;
        }

        var variance = scores.Length == 0 ? 0 : (squares / scores.Length) - (sum / scores.Length * (sum / scores.Length));
        Spread = variance > 1e-20 ? (float)(1 / Math.Sqrt(variance)) : 0;
        _keys.Clear(Math.Max(Places, keep));
        if (!withPlaces)
        {
            return;
        }

        for (var item = 0; item < scores.Length; item++)
        {
            if (scores[item] > 0)
            {
                // Bits of positive floats ascend as they do; turned round, so that the least key is the best.
                _keys.Add(((ulong)~BitConverter.SingleToUInt32Bits(scores[item]) << 32) | (uint)item);
            }
        }

        _keys.Sort();
        var place = 0f;
        for (var i = 0; i < Math.Min(_keys.Count, Places); i++)
        {
            // Equal scores share the better place.
            place = i > 0 && _keys[i] >> 32 == _keys[i - 1] >> 32 ? place : PlaceOf[i + 1];
            var item = (int)(uint)_keys[i];
            _places[item] = place;
            _placed.Add(item);
        }
    }
}
