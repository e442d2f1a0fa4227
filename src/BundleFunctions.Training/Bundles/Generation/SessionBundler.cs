namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Finds bundles in sessions by what it learned from bundles that people found in others: a pair model judges pairs by their
/// texts and categories, a set model judges every set of the session's items by its pairs within and across its border.</summary>
public sealed class SessionBundler : ISessionBundler
{
    private readonly PairAffinity _pairs;
    private readonly SubsetScorer _sets;
    private readonly SessionBundlerOptions _options;

    internal SessionBundler(PairAffinity pairs, SubsetScorer sets, double threshold, SessionBundlerOptions options) =>
        (_pairs, _sets, Threshold, _options) = (pairs, sets, threshold, options);

    /// <summary>The least probability of a second bundle of a session, 0..1; learned.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int[]> Generate(IReadOnlyList<int> session)
    {
        if (session.Count < 2)
        {
            return [];
        }

        IReadOnlyList<int> items = session.Count <= SubsetCandidates.MaxItems ? session : [.. session.Take(SubsetCandidates.MaxItems)];
        var pairs = _pairs.Probabilities(items);
        var masks = SubsetCandidates.Of(pairs, items.Count);
        var rows = masks.Select(mask => SubsetFeatures.Of(pairs, items.Count, mask)).ToArray();
        return [.. _sets.Choose(masks, rows, Threshold, _options.MaxBundles).Select(mask => SubsetScorer.ItemsOf(mask, items))];
    }
}
