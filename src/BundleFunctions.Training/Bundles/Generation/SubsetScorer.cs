using BundleFunctions.Training.Bundles.Learning;

namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Probability that a set of a session's items is a bundle.</summary>
internal sealed class SubsetScorer(LogisticRegression model)
{
    /// <summary>A session ready to be learned from: its candidate sets, their columns, and which of them are bundles.</summary>
    public sealed record Example(IReadOnlyList<uint> Masks, double[][] Rows, bool[] Labels);

    public static Example Prepare(LabelledSession session, double[,] pairs)
    {
        var items = session.Items.Count;
        var masks = SubsetCandidates.Of(pairs, items);
        var bundles = session.Bundles.Select(bundle => MaskOf(bundle, session.Items)).ToHashSet();
        return new Example(masks, [.. masks.Select(mask => SubsetFeatures.Of(pairs, items, mask))], [.. masks.Select(bundles.Contains)]);
    }

    public static SubsetScorer Learn(IEnumerable<Example> examples, double ridge)
    {
        var rows = new List<double[]>();
        var labels = new List<bool>();
        foreach (var example in examples)
        {
            rows.AddRange(example.Rows);
            labels.AddRange(example.Labels);
        }

        return new SubsetScorer(LogisticRegression.Fit(rows, labels, null, ridge));
    }

    /// <summary>The likeliest set whatever its probability, and up to <paramref name="most"/> - 1 further ones that reach the threshold;
    /// among equals the lower mask first.</summary>
    public List<uint> Choose(IReadOnlyList<uint> masks, IReadOnlyList<double[]> rows, double threshold, int most)
    {
        var ranked = masks.Select((mask, i) => (Mask: mask, P: model.Predict(rows[i])))
            .OrderByDescending(entry => entry.P).ThenBy(entry => entry.Mask).Take(most).ToList();
        return [.. ranked.Where((entry, place) => place == 0 || entry.P >= threshold).Select(entry => entry.Mask)];
    }

    public static int[] ItemsOf(uint mask, IReadOnlyList<int> items) => [.. items.Where((_, i) => (mask >> i & 1) != 0).Order()];

    private static uint MaskOf(IReadOnlyList<int> bundle, IReadOnlyList<int> items)
    {
        var mask = 0u;
        for (var i = 0; i < items.Count; i++)
        {
            mask |= bundle.Contains(items[i]) ? 1u << i : 0;
        }

        return mask;
    }
}
