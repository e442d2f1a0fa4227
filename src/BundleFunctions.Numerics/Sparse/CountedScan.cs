using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Numerics.Sparse;

/// <summary>Dot products of one column with all others where every value is 1: rows are counted, and eight counts at a time are
/// tested, in single precision and with some slack, for whether they can be among the best; those are weighed exactly.</summary>
internal sealed class CountedScan : IAnchorScan
{
    // The test's rounding is below 8 units in the last place of a float, about 1e-6 of what it compares.
    private const float Slack = 1e-5f;
    private const int Ahead = 12;

    private readonly Source _source;
    private readonly int[] _counts;

    private CountedScan(Source source)
    {
        _source = source;
        _counts = new int[source.Ranked.ItemOf.Length + Vector256<int>.Count];
    }

    public int Collect(int place, TopScores top)
    {
        if (place >= _source.Ranked.ItemOf.Length)
        {
            return _source.NeverHeld[place - _source.Ranked.ItemOf.Length];
        }

        var places = _source.Places.AsSpan(_source.Offsets[place].._source.Offsets[place + 1]);
        Count(places);
        _counts[place] = 0;

        // Where little was counted, going through the rows once more costs less than going through all counters.
        if (places.Length * 64L < _source.Ranked.ItemOf.Length)
        {
            TestCounted(place, places, top);
        }
        else
        {
            TestAll(place, top);
        }

        return _source.Ranked.ItemOf[place];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Count(ReadOnlySpan<int> places)
    {
        fixed (int* flat = _source.Ranked.Flat, counts = _counts)
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (Sse.IsSupported && i + Ahead < places.Length)
                {
                    Sse.Prefetch0(flat + places[i + Ahead]);
                }

                int rank;
                for (var at = flat + places[i]; (rank = *at) >= 0; at++)
                {
                    counts[rank]++;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void TestCounted(int anchor, ReadOnlySpan<int> places, TopScores top)
    {
        var form = _source.Form;
        var item = _source.Ranked.ItemOf[anchor];
        var shiftA = (float)form.Shift[item] * (1 - Slack);
        var leftA = (float)form.Left[item];
        var ownA = (float)(form.Own[item] + form.Shrinkage);
        var together = (float)form.Together;
        var bar = 0f;
        fixed (int* flat = _source.Ranked.Flat, counts = _counts)
        fixed (float* shift = _source.Shift, right = _source.Right, own = _source.Own)
        {
            foreach (var place in places)
            {
                int rank;
                for (var at = flat + place; (rank = *at) >= 0; at++)
                {
                    var count = counts[rank];
                    counts[rank] = 0;
                    var under = (leftA * right[rank]) + ownA + own[rank] - (together * count);
                    if (count > 0 && (count * (1 + Slack)) - (shiftA * shift[rank]) >= bar * under)
                    {
                        var other = _source.Ranked.ItemOf[rank];
                        top.Add(other, form.Of(item, other, count));
                        bar = (float)top.Threshold * (1 - Slack);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void TestAll(int anchor, TopScores top)
    {
        var form = _source.Form;
        var item = _source.Ranked.ItemOf[anchor];
        var shiftA = Vector256.Create((float)form.Shift[item] * (1 - Slack));
        var leftA = Vector256.Create((float)form.Left[item]);
        var ownA = Vector256.Create((float)(form.Own[item] + form.Shrinkage));
        var together = Vector256.Create((float)form.Together);
        var ample = Vector256.Create(1 + Slack);
        var bar = Vector256<float>.Zero;
        fixed (int* counts = _counts)
        fixed (float* shift = _source.Shift, right = _source.Right, own = _source.Own)
        {
            for (var rank = 0; rank < _source.Ranked.ItemOf.Length; rank += Vector256<int>.Count)
            {
                var count = Vector256.Load(counts + rank);
                if (count == Vector256<int>.Zero)
                {
                    continue;
                }

                Vector256<int>.Zero.Store(counts + rank);
                var dot = Vector256.ConvertToSingle(count);
                var over = (dot * ample) - (shiftA * Vector256.Load(shift + rank));
                var under = (leftA * Vector256.Load(right + rank)) + ownA + Vector256.Load(own + rank) - (together * dot);
                var passing = Vector256.GreaterThanOrEqual(over, bar * under).AsInt32() & Vector256.GreaterThan(count, Vector256<int>.Zero);
                var lanes = passing.ExtractMostSignificantBits();
                if (lanes == 0)
                {
                    continue;
                }

                for (; lanes != 0; lanes &= lanes - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(lanes);
                    var other = _source.Ranked.ItemOf[rank + lane];
                    top.Add(other, form.Of(item, other, count.GetElement(lane)));
                }

                bar = Vector256.Create((float)top.Threshold * (1 - Slack));
            }
        }
    }


    /// <summary>What all threads read.</summary>
    internal sealed class Source
    {
        public Source(IndexSets rows, SimilarityForm form)
        {
            Form = form;
            Ranked = RankedRows.Of(rows, minCount: 1);
            (Offsets, Places) = Ranked.RowStarts();
            NeverHeld = [.. Enumerable.Range(0, rows.Universe).Except(Ranked.ItemOf)];
            (Shift, Right, Own) = (ByRank(form.Shift), ByRank(form.Right), ByRank(form.Own));
        }

        public SimilarityForm Form { get; }

        public RankedRows Ranked { get; }

        public int[] Offsets { get; }

        /// <summary>Where the rows of each rank start.</summary>
        public int[] Places { get; }

        /// <summary>Items in no row.</summary>
        public int[] NeverHeld { get; }

        public float[] Shift { get; }

        public float[] Right { get; }

        public float[] Own { get; }

        public IAnchorScan New() => new CountedScan(this);

        // With room for a whole vector behind the last.
        private float[] ByRank(double[] ofItem) =>
            [.. Ranked.ItemOf.Select(item => (float)ofItem[item]), .. new float[Vector256<float>.Count]];
    }
}
