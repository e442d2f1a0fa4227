namespace BundleFunctions.Training.Bundles.BayesianNetwork;

/// <summary>Learns the tree that loses least of the data's joint distribution: the spanning tree of the highest mutual information.
/// Chow and Liu 1968. Tables are smoothed towards the variable's own distribution.</summary>
public static class ChowLiu
{
    /// <param name="rows">One value a variable, each 0..cardinality - 1.</param>
    /// <param name="cardinalities">Values of each variable, 1 or more.</param>
    /// <param name="smoothing">Rows that a variable's own distribution counts for under each value of its parent, above 0.</param>
    public static TreeNetwork Learn(IReadOnlyList<int[]> rows, IReadOnlyList<int> cardinalities, double smoothing = 1)
    {
        var parents = SpanningTree(rows, cardinalities);
        var tables = new double[cardinalities.Count][,];
        for (var v = 0; v < tables.Length; v++)
        {
            var own = Counts(rows, cardinalities, -1, v);
            var counts = Counts(rows, cardinalities, parents[v], v);
            for (var above = 0; above < counts.GetLength(0); above++)
            {
                var total = 0.0;
                for (var value = 0; value < cardinalities[v]; value++)
                {
                    // Of a variable's own distribution, each value has been seen once more than it was.
                    var prior = (own[0, value] + 1) / (rows.Count + cardinalities[v]);
                    counts[above, value] += smoothing * prior;
                    total += counts[above, value];
                }

                for (var value = 0; value < cardinalities[v]; value++)
                {
                    counts[above, value] /= total;
                }
            }

            tables[v] = counts;
        }

        return new TreeNetwork(cardinalities, parents, tables);
    }

    /// <summary>Mutual information of two variables in nats, 0 or more.</summary>
    public static double MutualInformation(IReadOnlyList<int[]> rows, IReadOnlyList<int> cardinalities, int one, int other)
    {
        var joint = Counts(rows, cardinalities, one, other);
        var (first, second) = (Counts(rows, cardinalities, -1, one), Counts(rows, cardinalities, -1, other));
        var sum = 0.0;
        for (var a = 0; a < cardinalities[one]; a++)
        {
            for (var b = 0; b < cardinalities[other]; b++)
            {
                sum += joint[a, b] > 0 ? joint[a, b] / rows.Count * Math.Log(joint[a, b] * rows.Count / (first[0, a] * second[0, b])) : 0;
            }
        }

        return Math.Max(0, sum);
    }

    // Prim 1957, from variable 0; among equals the lower pair.
    private static int[] SpanningTree(IReadOnlyList<int[]> rows, IReadOnlyList<int> cardinalities)
    {
        var parents = new int[cardinalities.Count];
        Array.Fill(parents, -1);
        var inside = new List<int> { 0 };
        while (inside.Count < cardinalities.Count)
        {
            var (from, to, best) = (-1, -1, -1.0);
            foreach (var one in inside)
            {
                for (var other = 0; other < cardinalities.Count; other++)
                {
                    if (!inside.Contains(other) && MutualInformation(rows, cardinalities, one, other) is var information && information > best)
                    {
                        (from, to, best) = (one, other, information);
                    }
                }
            }

            parents[to] = from;
            inside.Add(to);
        }

        return parents;
    }

    private static double[,] Counts(IReadOnlyList<int[]> rows, IReadOnlyList<int> cardinalities, int parent, int variable)
    {
        var counts = new double[parent < 0 ? 1 : cardinalities[parent], cardinalities[variable]];
        foreach (var row in rows)
        {
            counts[parent < 0 ? 0 : row[parent], row[variable]]++;
        }

        return counts;
    }
}
