using System.Runtime.Intrinsics;

namespace BundleFunctions.Pricing;

/// <summary>Consumers who are at independent quantiles of willingness for the items.</summary>
/// <remarks>
/// F(d), the share whose shortfalls add up to at most d, is s F'(d) + integral of F'(d - t) dS(p - t) over the discount, where F' is that of the
/// other items and S the item's <see cref="Willingness"/>; so items are added one by one. F' is tabulated on the lattice and taken for linear in
/// between, while S and its mean are exact: with B the mean of S over a cell of the lattice, S1 and S2 its ends, F' at the cell's near end weighs
/// B - S1 and at its far end S2 - B. What takers buy singly adds up alike: the buyers of the new item are s F'(d). The last item is not tabulated
/// but added at the discount that is asked for.
/// </remarks>
internal sealed class IndependentDemand
{
    private readonly ItemDemand[] _items;
    private readonly double _delivery;
    private readonly double _step;

    // Takers of all items but the last: their weight, revenue, margin and slow pieces; and the weight of those who buy nothing singly.
    private readonly Vector256<double>[] _takers;
    private readonly double[] _idle;

    public IndependentDemand(ItemDemand[] items, double delivery, DiscountLattice lattice)
    {
        (_items, _delivery, _step) = (items, delivery, lattice.Step);
        var idle = delivery > 0 ? lattice.Steps + 1 : 0;
        (_takers, _idle) = items.Length == 1 ? Everyone(lattice.Steps + 1, idle) : Alone(items[0], lattice, idle);
        for (var i = 1; i < items.Length - 1; i++)
        {
            (_takers, _idle) = Added(items[i], lattice);
        }

        var sold = items.Aggregate(Vector256.CreateScalar(1.0), (all, item) => all + (item.Share * Bought(item)));
        Singly = Outcome(sold, items.Aggregate(1.0, (none, item) => none * (1 - item.Share)));
    }

    /// <summary>What all buy singly.</summary>
    public PriceOutcome Singly { get; }

    /// <summary>Those who take the bundle at a discount: their weight, and what they would buy singly.</summary>
    public PriceOutcome TakersAt(double discount)
    {
        var item = _items[^1];
        var last = _takers.Length - 1;
        var node = discount < last * _step ? (int)(discount / _step) : last;
        var offset = discount - (node * _step);
        var near = _takers[node];
        var nearIdle = _idle.Length > 0 ? _idle[node] : 0;
        if (node < last)
        {
            near += offset / _step * (_takers[node + 1] - near);
            nearIdle += _idle.Length > 0 ? offset / _step * (_idle[node + 1] - nearIdle) : 0;
        }

        // The first cell reaches from the discount to the next lower node.
        var law = new Willingness(item);
        var sum = item.Share * (near + (near.ToScalar() * Bought(item)));
        var idle = 0.0;
        var high = (X: item.Price, Log: 0.0, item.Share);
        for (var j = offset > 1e-6 * _step ? node : node - 1; j >= 0; j--)
        {
            var x = item.Price - (discount - (j * _step));
            var log = x > 0 ? Math.Log(x / item.Price) : double.NegativeInfinity;
            var low = (X: x, Log: log, Share: law.At(x, log));
            var mean = law.Mean(high, low);
            sum += ((mean - high.Share) * near) + ((low.Share - mean) * _takers[j]);
            near = _takers[j];
            if (_idle.Length > 0)
            {
                idle += ((mean - high.Share) * nearIdle) + ((low.Share - mean) * _idle[j]);
                nearIdle = _idle[j];
            }

            high = low;
        }

        return Outcome(sum, idle);
    }

    private PriceOutcome Outcome(Vector256<double> takers, double idle) => new(
        takers[0], takers[1], takers[2] - (_delivery * (takers[0] - idle)), takers[3]);

    private static Vector256<double> Bought(in ItemDemand item) => Vector256.Create(0, item.Price, item.Margin, item.SlowPieces);

    /// <summary>The tables of no item: all would take it, and nobody buys.</summary>
    private static (Vector256<double>[] Takers, double[] Idle) Everyone(int takers, int idle)
    {
        var all = new Vector256<double>[takers];
        Array.Fill(all, Vector256.CreateScalar(1.0));
        return (all, [.. Enumerable.Repeat(1.0, idle)]);
    }

    /// <summary>The tables of one item.</summary>
    private static (Vector256<double>[] Takers, double[] Idle) Alone(in ItemDemand item, DiscountLattice lattice, int idles)
    {
        var (takers, idle) = (new Vector256<double>[lattice.Steps + 1], new double[idles]);
        var logs = lattice.LogsOf(item.Price);
        var law = new Willingness(item);
        var bought = item.Share * Bought(item);
        takers[0] = bought.WithElement(0, item.Share);
        for (var j = 1; j < takers.Length; j++)
        {
            takers[j] = bought.WithElement(0, law.At(item.Price - (j * lattice.Step), logs[j]));
            if (idle.Length > 0)
            {
                idle[j] = takers[j].ToScalar() - item.Share;
            }
        }

        return (takers, idle);
    }

    /// <summary>The tables with one item more.</summary>
    private (Vector256<double>[] Takers, double[] Idle) Added(in ItemDemand item, DiscountLattice lattice)
    {
        var (inner, last) = Weights(item, lattice);
        var bought = item.Share * Bought(item);
        var takers = new Vector256<double>[_takers.Length];
        for (var j = 0; j < takers.Length; j++)
        {
            var sum = (last[j] * _takers[0]) + (_takers[j].ToScalar() * bought);
            for (var i = 0; i < j; i++)
            {
                sum += inner[i] * _takers[j - i];
            }

            takers[j] = sum;
        }

        var idle = new double[_idle.Length];
        for (var j = 0; j < idle.Length; j++)
        {
            var sum = (last[j] * _idle[0]) - (item.Share * _idle[j]);
            for (var i = 0; i < j; i++)
            {
                sum += inner[i] * _idle[j - i];
            }

            idle[j] = sum;
        }

        return (takers, idle);
    }

    /// <summary>What the value of each node weighs by its distance, and what that of no discount weighs at the end.</summary>
    private static (double[] Inner, double[] Last) Weights(in ItemDemand item, DiscountLattice lattice)
    {
        var (inner, last) = (new double[lattice.Steps], new double[lattice.Steps + 1]);
        var logs = lattice.LogsOf(item.Price);
        var law = new Willingness(item);
        var high = (X: item.Price, Log: 0.0, item.Share);
        var before = 0.0;
        last[0] = item.Share;
        for (var j = 1; j < last.Length; j++)
        {
            var x = item.Price - (j * lattice.Step);
            var low = (X: x, Log: logs[j], Share: law.At(x, logs[j]));
            var mean = law.Mean(high, low);
            inner[j - 1] = mean - before;
            last[j] = low.Share - mean;
            (before, high) = (mean, low);
        }

        return (inner, last);
    }
}
