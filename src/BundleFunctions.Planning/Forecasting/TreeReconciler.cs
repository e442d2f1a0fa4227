namespace BundleFunctions.Planning.Forecasting;

/// <summary>Makes forecasts of a shop, its categories and its products add up: of all sets that do, the one nearest to the forecasts,
/// <c>min sum (x - f)^2 / v</c> (weighted least squares reconciliation; Wickramasuriya, Athanasopoulos, Hyndman, JASA 2019, with a diagonal matrix).</summary>
/// <remarks>On a tree it is exact in two passes. Upwards a sum of parts with mean M and variance V and the node's own f and v become
/// <c>(M / V + f / v) / (1 / V + 1 / v)</c>; downwards what is missing is shared out by variance. Parts that would fall below 0 are held there and the
/// others bear the rest.</remarks>
public static class TreeReconciler
{
    /// <summary>The tree with means that add up; variances are those after the upward pass.</summary>
    public static ForecastNode Reconcile(ForecastNode root)
    {
        var gathered = Gather(root);
        return ShareOut(gathered, [.. gathered.Means]);
    }

    private static ForecastNode Gather(ForecastNode node)
    {
        if (node.Parts.Count == 0)
        {
            return node;
        }

        var parts = node.Parts.Select(Gather).ToArray();
        var variance = parts.Sum(part => part.Variance);
        var means = new double[node.Means.Count];
        for (var h = 0; h < means.Length; h++)
        {
            var sum = parts.Sum(part => part.Means[h]);
            means[h] = ((sum * node.Variance) + (node.Means[h] * variance)) / (node.Variance + variance);
        }

        return node with { Means = means, Variance = node.Variance * variance / (node.Variance + variance), Parts = parts };
    }

    private static ForecastNode ShareOut(ForecastNode node, double[] means)
    {
        if (node.Parts.Count == 0)
        {
            return node with { Means = means };
        }

        var shares = node.Parts.Select(_ => new double[means.Length]).ToArray();
        for (var h = 0; h < means.Length; h++)
        {
            Share(node.Parts, h, means[h], shares);
        }

        return node with { Means = means, Parts = [.. node.Parts.Select((part, i) => ShareOut(part, shares[i]))] };
    }

    private static void Share(IReadOnlyList<ForecastNode> parts, int h, double total, double[][] shares)
    {
        var open = Enumerable.Range(0, parts.Count).ToList();
        while (open.Count > 0)
        {
            var missing = total - open.Sum(i => parts[i].Means[h]);
            var variance = open.Sum(i => parts[i].Variance);
            foreach (var i in open)
            {
                shares[i][h] = parts[i].Means[h] + (missing * parts[i].Variance / variance);
            }

            // Each round closes one part or more, or is the last.
            if (open.RemoveAll(i => shares[i][h] < 0) == 0)
            {
                return;
            }

            for (var i = 0; i < parts.Count; i++)
            {
                shares[i][h] = Math.Max(0, shares[i][h]);
            }
        }
    }
}
