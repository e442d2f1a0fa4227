using BundleFunctions.Training.Bundles.Learning;

namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Probability that two items of one session stand in one bundle, given that one of them stands in some.</summary>
/// <remarks>Learned from pairs of which titles are known on both sides alone; a pair with an item of which nothing is known is given the
/// mean of all others. So whether an item has a title at all never speaks for it or against it.</remarks>
internal sealed class PairAffinity
{
    private readonly PairFeatures _features;
    private readonly LogisticRegression _model;
    private readonly double _mean;

    private PairAffinity(PairFeatures features, LogisticRegression model, double mean) => (_features, _model, _mean) = (features, model, mean);

    public static PairAffinity Learn(IEnumerable<LabelledSession> sessions, PairFeatures features, double ridge)
    {
        var rows = new List<double[]>();
        var labels = new List<bool>();
        var weights = new List<double>();
        var seen = new List<double[]>();
        foreach (var session in sessions)
        {
            foreach (var (one, other, row) in Pairs(session.Items, features))
            {
                seen.Add(row);
                var together = session.Bundles.Count(bundle => bundle.Contains(one) && bundle.Contains(other));
                var apart = session.Bundles.Count(bundle => bundle.Contains(one) != bundle.Contains(other));
                Add(together, label: true, row);
                Add(apart, label: false, row);
            }
        }

        var model = LogisticRegression.Fit(rows, labels, weights, ridge);
        return new PairAffinity(features, model, seen.Count == 0 ? 0.5 : seen.Average(row => Predict(model, row)));

        void Add(int count, bool label, double[] row)
        {
            if (count > 0)
            {
                rows.Add(row);
                labels.Add(label);
                weights.Add(count);
            }
        }
    }

    /// <summary>The probability of every pair of the items; the diagonal means nothing.</summary>
    public double[,] Probabilities(IReadOnlyList<int> items)
    {
        var probabilities = new double[items.Count, items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var p = _features.Of(items[i], items[j]) is { } row ? Predict(_model, row) : _mean;
                probabilities[i, j] = probabilities[j, i] = p;
            }
        }

        return probabilities;
    }

    private static double Predict(LogisticRegression model, double[] row) => model.Predict(row);

    private static IEnumerable<(int One, int Other, double[] Row)> Pairs(IReadOnlyList<int> items, PairFeatures features)
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (features.Of(items[i], items[j]) is { } row)
                {
                    yield return (items[i], items[j], row);
                }
            }
        }
    }
}
