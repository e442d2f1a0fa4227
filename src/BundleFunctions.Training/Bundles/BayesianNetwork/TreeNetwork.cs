namespace BundleFunctions.Training.Bundles.BayesianNetwork;

/// <summary>A Bayesian network over discrete variables in which each has one parent at most: P(x) = P(root) times the product of
/// P(x_v | x_parent(v)). Marginals are exact, by two passes of messages (Pearl 1988), in time linear in the variables.</summary>
public sealed class TreeNetwork
{
    private readonly int[] _parents;
    private readonly double[][,] _tables;
    private readonly int[] _order;

    /// <param name="cardinalities">Values of each variable, 1 or more.</param>
    /// <param name="parents">Each variable's parent; -1 for roots.</param>
    /// <param name="tables">P(value | value of the parent) as [parent value, value]; one row for roots. Rows sum to 1.</param>
    /// <exception cref="ArgumentException">The parents go in a circle, or a table does not fit.</exception>
    public TreeNetwork(IReadOnlyList<int> cardinalities, IReadOnlyList<int> parents, IReadOnlyList<double[,]> tables)
    {
        (Cardinalities, _parents, _tables) = (cardinalities, [.. parents], [.. tables]);
        _order = RootsFirst(_parents);
        for (var v = 0; v < _parents.Length; v++)
        {
            if (_tables[v].GetLength(0) != (_parents[v] < 0 ? 1 : cardinalities[_parents[v]]) || _tables[v].GetLength(1) != cardinalities[v])
            {
                throw new ArgumentException($"The table of variable {v} is {_tables[v].GetLength(0)} x {_tables[v].GetLength(1)}.", nameof(tables));
            }
        }
    }

    public IReadOnlyList<int> Cardinalities { get; }

    /// <summary>Each variable's parent; -1 for roots.</summary>
    public IReadOnlyList<int> Parents => _parents;

    /// <summary>P(value | value of the parent); the parent's value is not looked at for roots.</summary>
    public double Conditional(int variable, int value, int parentValue) => _tables[variable][_parents[variable] < 0 ? 0 : parentValue, value];

    /// <summary>P(variable = value | evidence) of every variable, and the probability of the evidence.</summary>
    /// <param name="evidence">A value for each variable that is known; null for the others.</param>
    /// <exception cref="ArgumentException">The evidence has no probability at all.</exception>
    public (double[][] Marginals, double Probability) Infer(IReadOnlyList<int?> evidence)
    {
        var up = new double[_parents.Length][];
        for (var v = 0; v < up.Length; v++)
        {
            up[v] = [.. Enumerable.Range(0, Cardinalities[v]).Select(value => evidence[v] is null || evidence[v] == value ? 1.0 : 0.0)];
        }

        // Leaves to roots: what each child says of its parent's values.
        var messages = new double[_parents.Length][];
        for (var i = _order.Length - 1; i >= 0; i--)
        {
            var v = _order[i];
            messages[v] = Message(v, up[v]);
            for (var value = 0; _parents[v] >= 0 && value < messages[v].Length; value++)
            {
                up[_parents[v]][value] *= messages[v][value];
            }
        }

        // Roots to leaves: the parent without what this child said.
        var marginals = new double[_parents.Length][];
        var probability = 1.0;
        foreach (var v in _order)
        {
            var parent = _parents[v];
            var belief = new double[Cardinalities[v]];
            for (var value = 0; value < belief.Length; value++)
            {
                for (var above = 0; above < _tables[v].GetLength(0); above++)
                {
                    var without = parent < 0 ? 1 : messages[v][above] > 0 ? marginals[parent][above] / messages[v][above] : 0;
                    belief[value] += without * _tables[v][above, value] * up[v][value];
                }
            }

            var sum = belief.Sum();
            if (!(sum > 0))
            {
                throw new ArgumentException("The evidence has no probability.", nameof(evidence));
            }

            probability *= parent < 0 ? sum : 1;
            marginals[v] = Array.ConvertAll(belief, mass => mass / sum);
        }

        return (marginals, probability);
    }

    private double[] Message(int variable, double[] likelihood)
    {
        var table = _tables[variable];
        var message = new double[table.GetLength(0)];
        for (var above = 0; above < message.Length; above++)
        {
            for (var value = 0; value < likelihood.Length; value++)
            {
                message[above] += table[above, value] * likelihood[value];
            }
        }

        return message;
    }

    private static int[] RootsFirst(int[] parents)
    {
        var order = new List<int>();
        var placed = new bool[parents.Length];
        while (order.Count < parents.Length)
        {
            var before = order.Count;
            for (var v = 0; v < parents.Length; v++)
            {
                if (!placed[v] && (parents[v] < 0 || placed[parents[v]]))
                {
                    placed[v] = true;
                    order.Add(v);
                }
            }

            if (order.Count == before)
            {
                throw new ArgumentException("The parents go in a circle.", nameof(parents));
            }
        }

        return [.. order];
    }
}
