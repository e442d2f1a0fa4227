using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Asks a blend's parts about one validation case. Not thread-safe: one a thread.</summary>
internal sealed class CaseReader(IReadOnlyList<IRecommender> parts, RankingTask task, byte[] warm, BlendOptions options, ulong seed)
{
    private const int MaxRelevant = 5;

    private readonly PartSignals[] _signals = [.. parts.Select(_ => new PartSignals(task.Items))];
    private readonly float[][] _scores = [.. parts.Select(_ => new float[task.Items])];

    public IEnumerable<BlendCase> Read(int number)
    {
        var (query, relevant) = task.Cases[number];
        var wrong = new SortedSet<int>();
        for (var part = 0; part < parts.Count; part++)
        {
            parts[part].Score([query], _scores[part]);
            var best = options.HardNegatives + query.Items.Length;
            _signals[part].Read(_scores[part], best);
            wrong.UnionWith(_signals[part].Best(best));
        }

        var random = SeededRandom.ForStream(seed, "blend.negatives", (ulong)number);
        for (var i = 0; i < options.RandomNegatives; i++)
        {
            wrong.Add(random.NextInt32(task.Items));
        }

        wrong.ExceptWith(relevant);
        wrong.RemoveWhere(item => !MayBeRecommended(item, query));
        int[] right = [.. relevant.Where(item => MayBeRecommended(item, query)).Take(MaxRelevant)];
        foreach (var item in wrong.Count == 0 ? [] : right)
        {
            yield return new BlendCase(QueryRegime.Of(query, warm), Rows([item, .. wrong]), 1.0 / right.Length);
        }
    }

    private bool MayBeRecommended(int item, Query query) =>
        (task.Candidates.Count == 0 || task.Candidates[item]) && (task.RepeatsCount || Array.BinarySearch(query.Items, item) < 0);

    private float[] Rows(int[] items)
    {
        var stride = BlendCase.Stride(parts.Count);
        var rows = new float[items.Length * stride];
        for (var i = 0; i < items.Length; i++)
        {
            for (var part = 0; part < parts.Count; part++)
            {
                var (first, score) = ((i * stride) + (part * PartSignals.Count), _scores[part][items[i]]);
                rows[first] = score;
                rows[first + 1] = PartSignals.Clip(score * _signals[part].Spread);
                rows[first + 2] = _signals[part].PlacesByItem[items[i]];
            }
        }

        return rows;
    }
}
