using System.Runtime.InteropServices;

namespace BundleFunctions.Ranking;

/// <summary>score = bias + sum over trees of the leaf that the features lead to (additive trees; Friedman 2001). All nodes lie in one array.</summary>
public sealed class TreeRanker : BundleRanker
{
    private readonly Node[] _nodes;
    private readonly double[] _leaves;
    private readonly int[] _roots;

    /// <param name="method">How it was learned.</param>
    /// <param name="features">Names of the features.</param>
    /// <param name="trees">At most <see cref="RankerCheck.MostTrees"/>.</param>
    /// <param name="bias">Added to every score; finite.</param>
    /// <exception cref="ArgumentException">A tree is none: the message says which, and why.</exception>
    public TreeRanker(string method, IReadOnlyList<string> features, IReadOnlyList<RegressionTree> trees, double bias = 0)
        : base(method, features)
    {
        if ((RankerCheck.FindFault(method, features) ?? RankerCheck.FindFault(features, trees, bias)) is { } fault)
        {
            throw new ArgumentException(fault, nameof(trees));
        }

        (Trees, Bias) = (trees, bias);
        _nodes = new Node[trees.Sum(tree => tree.Left.Count)];
        _leaves = [.. trees.SelectMany(tree => tree.Leaves)];
        _roots = new int[trees.Count];
        var (node, leaf) = (0, 0);
        for (var t = 0; t < trees.Count; t++)
        {
            var tree = trees[t];
            _roots[t] = tree.Left.Count == 0 ? ~leaf : node;
            for (var i = 0; i < tree.Left.Count; i++)
            {
                _nodes[node + i] = new Node(
                    Places[tree.Features[i]], tree.Thresholds[i], tree.MissingLeft[i], Moved(tree.Left[i], node, leaf), Moved(tree.Right[i], node, leaf));
            }

            node += tree.Left.Count;
            leaf += tree.Leaves.Count;
        }
    }

    public IReadOnlyList<RegressionTree> Trees { get; }

    public double Bias { get; }

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<float> features)
    {
        var sum = 0.0;
        foreach (var root in _roots)
        {
            var at = root;
            while (at >= 0)
            {
                ref readonly var node = ref _nodes[at];
                var value = features[node.Feature];
                at = float.IsNaN(value) ? (node.MissingLeft ? node.Left : node.Right) : value <= node.Threshold ? node.Left : node.Right;
            }

            sum += _leaves[~at];
        }

        return sum + Bias;
    }

    private static int Moved(int child, int nodes, int leaves) => child >= 0 ? child + nodes : ~(~child + leaves);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(int Feature, float Threshold, bool MissingLeft, int Left, int Right);
}
