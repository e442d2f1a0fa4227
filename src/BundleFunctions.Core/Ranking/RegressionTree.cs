namespace BundleFunctions.Ranking;

/// <summary>A tree of yes-or-no questions. A node asks "is the feature at most the threshold?": yes leads left, no leads right. Children are numbers of
/// nodes, each greater than its parent's, or ~n for leaf n; the root is node 0, and a tree without nodes is its one leaf.</summary>
/// <param name="Features">By node: the feature's place in the ranker's own list.</param>
/// <param name="Thresholds">By node; finite.</param>
/// <param name="Left">By node: where "yes" leads.</param>
/// <param name="Right">By node: where "no" leads.</param>
/// <param name="MissingLeft">By node: whether a value that is not known counts as "yes".</param>
/// <param name="Leaves">Values of the leaves, finite; one more than there are nodes.</param>
public sealed record RegressionTree(
    IReadOnlyList<int> Features,
    IReadOnlyList<float> Thresholds,
    IReadOnlyList<int> Left,
    IReadOnlyList<int> Right,
    IReadOnlyList<bool> MissingLeft,
    IReadOnlyList<double> Leaves);
