using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Bundles.MarkovNetwork;

/// <summary>A pairwise binary Markov random field over items: P(x) is proportional to exp(sum b_i x_i + sum over pairs w_ij x_i x_j),
/// x_i = 1 where a basket holds item i. Besag 1974. Immutable.</summary>
public sealed class PairwiseNetwork
{
    /// <param name="bias">Log-odds of each item in an otherwise empty basket.</param>
    /// <param name="couplings">Items x items: by how much the log-odds of one grow where the other is held. Symmetric, without a diagonal.</param>
    /// <exception cref="ArgumentException">The parts do not fit each other, or are not symmetric.</exception>
    public PairwiseNetwork(double[] bias, SparseMatrix couplings)
    {
        if (couplings.Rows != bias.Length || couplings.Columns != bias.Length)
        {
            throw new ArgumentException($"{bias.Length} items have {couplings.Rows} x {couplings.Columns} couplings.", nameof(couplings));
        }

        (Bias, Couplings) = (bias, couplings);
        for (var i = 0; i < bias.Length; i++)
        {
            var columns = couplings.ColumnsOf(i);
            for (var k = 0; k < columns.Length; k++)
            {
                if (columns[k] == i || couplings.ValuesOf(i)[k] != Coupling(columns[k], i))
                {
                    throw new ArgumentException($"Coupling ({i}, {columns[k]}) is not that of ({columns[k]}, {i}), or lies on the diagonal.", nameof(couplings));
                }
            }
        }
    }

    /// <summary>Items, numbered 0..Items - 1.</summary>
    public int Items => Bias.Count;

    public IReadOnlyList<double> Bias { get; }

    public SparseMatrix Couplings { get; }

    /// <summary>w_ij; 0 where the two are not neighbours.</summary>
    public double Coupling(int one, int other)
    {
        var place = Couplings.ColumnsOf(one).BinarySearch(other);
        return place < 0 ? 0 : Couplings.ValuesOf(one)[place];
    }

    /// <summary>Log-odds that a basket holds an item, given all else that it holds.</summary>
    public double LogOdds(int item, ReadOnlySpan<bool> state)
    {
        var sum = Bias[item];
        var columns = Couplings.ColumnsOf(item);
        var values = Couplings.ValuesOf(item);
        for (var k = 0; k < columns.Length; k++)
        {
            sum += state[columns[k]] ? values[k] : 0;
        }

        return sum;
    }

    /// <summary>The exponent: sum b_i x_i + sum over pairs w_ij x_i x_j.</summary>
    public double Potential(ReadOnlySpan<bool> state)
    {
        var sum = 0.0;
        for (var i = 0; i < Items; i++)
        {
            // Half of what the pairs add: each is met from both of its ends.
            sum += state[i] ? Bias[i] + (0.5 * (LogOdds(i, state) - Bias[i])) : 0;
        }

        return sum;
    }

    /// <summary>The field of some of the items, all others being absent: what remains where those are not held.</summary>
    /// <param name="items">Distinct items; the first becomes item 0.</param>
    public PairwiseNetwork Restrict(IReadOnlyList<int> items)
    {
        var offsets = new int[items.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < items.Count; j++)
            {
                if (i != j && Coupling(items[i], items[j]) is var w && w != 0)
                {
                    columns.Add(j);
                    values.Add((float)w);
                }
            }

            offsets[i + 1] = columns.Count;
        }

        return new PairwiseNetwork([.. items.Select(item => Bias[item])], new SparseMatrix(offsets, [.. columns], [.. values], items.Count));
    }
}
