using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation;

/// <summary>Ranks batches of cases. Not thread-safe: one a thread.</summary>
internal sealed class CaseRanking(RankingOrder order, RankingTask task, int depth)
{
    private readonly ulong[] _keys = new ulong[task.Items];
    private readonly ulong[] _best = new ulong[Math.Min(depth, task.Items)];
    private float[] _scores = [];

    public void Rank(IRecommender model, int from, int to, RankedCase[] ranked, (int Item, float Score)?[] faults)
    {
        var queries = new Query[to - from];
        for (var i = from; i < to; i++)
        {
            queries[i - from] = task.Cases[i].Query;
        }

        var needed = queries.Length * task.Items;
        if (_scores.Length < needed)
        {
            _scores = new float[needed];
        }

        model.Score(queries, _scores.AsSpan(0, needed));
        for (var i = from; i < to; i++)
        {
            var scores = _scores.AsSpan((i - from) * task.Items, task.Items);
            faults[i] = FillKeys(scores, queries[i - from]);
            if (faults[i] is null)
            {
                ranked[i] = Rank(scores, task.Cases[i].Relevant);
            }
        }
    }

    private (int Item, float Score)? FillKeys(ReadOnlySpan<float> scores, Query query)
    {
        for (var item = 0; item < scores.Length; item++)
        {
            if (!float.IsFinite(scores[item]))
            {
                return (item, scores[item]);
            }

            _keys[item] = order.KeyOf(item, scores[item]);
        }

        for (var item = 0; item < task.Candidates.Count; item++)
        {
            if (!task.Candidates[item])
            {
                _keys[item] = 0;
            }
        }

        if (!task.RepeatsCount)
        {
            foreach (var item in query.Items)
            {
                _keys[item] = 0;
            }
        }

        return null;
    }

    private RankedCase Rank(ReadOnlySpan<float> scores, int[] relevant)
    {
        var kept = FillBest();
        var top = new int[kept];
        var values = new float[kept];
        for (var i = 0; i < kept; i++)
        {
            top[i] = order.ItemOf(_best[i]);
            values[i] = scores[top[i]];
        }

        return new RankedCase(top, values, RanksOf(relevant));
    }

    // Descending; nearly every key fails the first comparison, so that insertion is cheap.
    private int FillBest()
    {
        var kept = 0;
        foreach (var key in _keys)
        {
            if (key == 0 || (kept == _best.Length && (kept == 0 || key <= _best[^1])))
            {
                continue;
            }

            var place = kept < _best.Length ? kept++ : kept - 1;
            while (place > 0 && _best[place - 1] < key)
            {
                _best[place] = _best[place - 1];
                place--;
            }

            _best[place] = key;
        }

        return kept;
    }

    // Each key is counted at the lowest relevant key that it beats; sums from above are then how many beat each.
    private int[] RanksOf(int[] relevant)
    {
        var sorted = new ulong[relevant.Length];
        for (var i = 0; i < relevant.Length; i++)
        {
            sorted[i] = _keys[relevant[i]];
        }

        Array.Sort(sorted);
        var beaten = new int[sorted.Length + 1];
        foreach (var key in _keys)
        {
            if (key > sorted[0])
            {
                var place = Array.BinarySearch(sorted, key);
                beaten[place >= 0 ? place : ~place]++;
            }
        }

        for (var i = sorted.Length - 1; i > 0; i--)
        {
            beaten[i] += beaten[i + 1];
        }

        return Array.ConvertAll(relevant, item => _keys[item] == 0 ? int.MaxValue : 1 + beaten[Array.BinarySearch(sorted, _keys[item]) + 1]);
    }
}
