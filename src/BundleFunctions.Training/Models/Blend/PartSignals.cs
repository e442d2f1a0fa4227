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

    private readonly ulong[] _keys = new ulong[items];
    private readonly float[] _places = new float[items];

    /// <summary>Factor that makes scores into spreads: 1 / sd; 0 where all are equal.</summary>
    public float Spread { get; private set; }

    /// <summary>Places by item, valid until the next call.</summary>
    public ReadOnlySpan<float> PlacesByItem => _places;

    /// <summary>The best items that score above 0, best first; how many are asked for or are there.</summary>
    public int[] Best(int count)
    {
        var best = new int[Math.Min(count, Found)];
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = (int)(uint)_keys[i];
        }

        return best;
    }

    private int Found { get; set; }

    public static float Clip(float spread) => Math.Clamp(spread, -MaxSpread, MaxSpread);

    public void Read(ReadOnlySpan<float> scores)
    {
        Array.Clear(_places);
        Found = 0;
        double sum = 0, squares = 0;
        for (var item = 0; item < scores.Length; item++)
        {
            sum += scores[item];
            squares += (double)scores[item] * scores[item];
            if (scores[item] > 0)
            {
                // Bits of positive floats ascend as they do; turned round, so that sorting puts the best first.
                _keys[Found++] = ((ulong)~BitConverter.SingleToUInt32Bits(scores[item]) << 32) | (uint)item;
            }
        }

        var variance = scores.Length == 0 ? 0 : (squares / scores.Length) - (sum / scores.Length * (sum / scores.Length));
        Spread = variance > 1e-20 ? (float)(1 / Math.Sqrt(variance)) : 0;
        Array.Sort(_keys, 0, Found);
        var place = 0f;
        for (var i = 0; i < Math.Min(Found, Places); i++)
        {
            // Equal scores share the better place.
            place = i > 0 && _keys[i] >> 32 == _keys[i - 1] >> 32 ? place : PlaceOf[i + 1];
            _places[(int)(uint)_keys[i]] = place;
        }
    }
}
