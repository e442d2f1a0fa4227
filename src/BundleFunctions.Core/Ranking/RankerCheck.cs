using System.Globalization;

namespace BundleFunctions.Ranking;

/// <summary>Says what is wrong with a ranker, before anybody is ordered by it.</summary>
public static class RankerCheck
{
    public const int MostFeatures = 128;

    public const int MostTrees = 2000;

    public const int MostLeaves = 1024;

    private const int LongestMethod = 32;

    /// <summary>The first fault of name and features, in words; null where there is none.</summary>
    public static string? FindFault(string method, IReadOnlyList<string> features)
    {
        if (method.Length is 0 or > LongestMethod || !method.All(letter => letter is '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)))
        {
            return $"The method is '{method}'; expected 1 to {LongestMethod} lower-case letters, digits and hyphens.";
        }

        if (features.Count is 0 or > MostFeatures)
        {
            return $"It has {Text(features.Count)} features; expected 1..{Text(MostFeatures)}.";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in features)
        {
            if (RankingFeatures.PlaceOf(name) < 0)
            {
                return $"It looks at '{name}', which this program does not know.";
            }

            if (!seen.Add(name))
            {
                return $"It names feature '{name}' twice.";
            }
        }

        return null;
    }

    /// <summary>The first fault of linear weights, in words; null where there is none.</summary>
    public static string? FindFault(IReadOnlyList<string> features, IReadOnlyList<double> weights, IReadOnlyList<double> usual)
    {
        if (weights.Count != features.Count || usual.Count != features.Count)
        {
            return $"It has {Text(features.Count)} features, {Text(weights.Count)} weights and {Text(usual.Count)} usual values; expected as many of each.";
        }

        for (var i = 0; i < weights.Count; i++)
        {
            if (!double.IsFinite(weights[i]) || !double.IsFinite(usual[i]))
            {
                return $"Weight or usual value of '{features[i]}' is not finite.";
            }
        }

        return null;
    }

    /// <summary>The first fault of trees, in words; null where there is none.</summary>
    public static string? FindFault(IReadOnlyList<string> features, IReadOnlyList<RegressionTree> trees, double bias)
    {
        if (!double.IsFinite(bias))
        {
            return "Its bias is not finite.";
        }

        if (trees.Count is 0 or > MostTrees)
        {
            return $"It has {Text(trees.Count)} trees; expected 1..{Text(MostTrees)}.";
        }

        for (var t = 0; t < trees.Count; t++)
        {
            if (FindFault(trees[t], features.Count) is { } fault)
            {
                return $"Tree {Text(t)}: {fault}";
            }
        }

        return null;
    }

    private static string? FindFault(RegressionTree tree, int features)
    {
        var nodes = tree.Left.Count;
        if (tree.Features.Count != nodes || tree.Thresholds.Count != nodes || tree.Right.Count != nodes || tree.MissingLeft.Count != nodes
            || tree.Leaves.Count != nodes + 1 || tree.Leaves.Count > MostLeaves)
        {
            return $"{Text(nodes)} nodes, {Text(tree.Features.Count)} features, {Text(tree.Thresholds.Count)} thresholds, {Text(tree.Right.Count)} right children, {Text(tree.MissingLeft.Count)} directions and {Text(tree.Leaves.Count)} leaves; expected as many of each, and one leaf more, at most {Text(MostLeaves)}.";
        }

        if (tree.Leaves.Any(leaf => !double.IsFinite(leaf)))
        {
            return "a leaf is not finite.";
        }

        // Children have greater numbers than their parents and one parent each: so nothing goes round in circles, and all is reached from the root.
        var (nodeSeen, leafSeen) = (new bool[nodes], new bool[nodes + 1]);
        for (var i = 0; i < nodes; i++)
        {
            if (tree.Features[i] < 0 || tree.Features[i] >= features || !float.IsFinite(tree.Thresholds[i]))
            {
                return $"node {Text(i)} asks for feature {Text(tree.Features[i])} at most {tree.Thresholds[i].ToString(CultureInfo.InvariantCulture)}; expected 0..{Text(features - 1)} and a finite threshold.";
            }

            foreach (var child in (ReadOnlySpan<int>)[tree.Left[i], tree.Right[i]])
            {
                var seen = child >= 0 ? nodeSeen : leafSeen;
                var number = child >= 0 ? child : ~child;
                if (number >= seen.Length || seen[number] || (child >= 0 && child <= i))
                {
                    return $"node {Text(i)} leads to {(child >= 0 ? "node" : "leaf")} {Text(number)}, which is none of its own: each has one parent, and a node's number is greater than its parent's.";
                }

                seen[number] = true;
            }
        }

        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
