namespace BundleFunctions.Pricing;

/// <summary>Who would pay what: segments that agree with every item's share of orders and elasticity, and with how often all are bought together.</summary>
/// <remarks>
/// An item at price x would be in a share min(1, s (x / p)^-e) of orders (constant elasticity), so a consumer at quantile u of willingness, 0 for
/// the keenest, would pay w = p (s / u)^(1 / e). Who buys some items singly takes the bundle at b where sum(w) - b is at least the surplus
/// sum(max(0, w - p)) of buying singly: where b is at most sum(min(w, p)). Quantiles of one consumer are the same for all items with
/// probability rho, else independent; rho = (P(all) - product(s)) / (min(s) - product(s)) makes the model's share of orders with all
/// items the one that was counted.
/// <para>Willingness below list price is cut into cells of exact mass, narrow near the list price. Independent items are added one by one;
/// sums that differ by less than a four-hundredth of the list price become one, but for the list price itself, which stays exact.</para>
/// </remarks>
internal static class DemandModel
{
    /// <summary>Most lines that are modelled one by one.</summary>
    public const int MaxItems = 8;

    private const int Bins = 400;
    private const double Least = 1e-12;

    /// <summary>Adds the segments of one population.</summary>
    /// <param name="segments">Where they go.</param>
    /// <param name="items">1..<see cref="MaxItems"/> items.</param>
    /// <param name="jointShare">Share of orders that hold all of them.</param>
    /// <param name="delivery">What the delivery of an order costs.</param>
    /// <param name="weight">The population's weight.</param>
    public static void Add(List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, double jointShare, double delivery, double weight)
    {
        var (product, least) = (1.0, 1.0);
        foreach (var item in items)
        {
            product *= item.Share;
            least = Math.Min(least, item.Share);
        }

        var rho = items.Length == 1 || least - product < Least ? 0 : Math.Clamp((jointShare - product) / (least - product), 0, 1);
        if (rho < 1)
        {
            AddIndependent(segments, items, delivery, weight * (1 - rho));
        }

        if (rho > 0)
        {
            AddComonotone(segments, items, delivery, weight * rho);
        }
    }

    private static void AddIndependent(List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, double delivery, double weight)
    {
        Span<(double Mass, double Level)> quantiles = stackalloc (double, double)[CellsFor(items.Length)];
        var now = new DemandCell[Bins + 1];
        now[0] = new DemandCell(weight, 0, 0, 0, 0, weight);
        var list = 0.0;
        foreach (var item in items)
        {
            var next = new DemandCell[Bins + 1];
            list += item.Price;
            Cut(quantiles, item.Share, 1);
            for (var k = 0; k < quantiles.Length; k++)
            {
                quantiles[k].Level = item.Price * Math.Exp(-quantiles[k].Level / item.Elasticity);
            }

            foreach (var cell in now)
            {
                if (cell.Mass > 0)
                {
                    Put(next, cell.With(item.Share, item.Price, item), list);
                    foreach (var (mass, willing) in quantiles)
                    {
                        Put(next, cell.With(mass, willing, null), list);
                    }
                }
            }

            now = next;
        }

        foreach (var cell in now)
        {
            if (cell.Mass > weight * Least)
            {
                segments.Add(cell.ToSegment(delivery));
            }
        }
    }

    // Pairs are most of what is sold; with more items sums blur the cells anyway.
    private static int CellsFor(int items) => items switch { 1 => 64, 2 => 48, 3 => 24, _ => 16 };

    private static void Put(DemandCell[] bins, DemandCell cell, double list)
    {
        var reservation = cell.Reservation / cell.Mass;
        var bin = reservation > list * (1 - Least) ? Bins : Math.Clamp((int)(reservation / list * Bins), 0, Bins - 1);
        bins[bin] += cell;
    }

    private static void AddComonotone(List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, double delivery, double weight)
    {
        Span<(double Mass, double Level)> quantiles = stackalloc (double, double)[CellsFor(1)];
        Span<double> shares = stackalloc double[items.Length + 1];
        for (var i = 0; i < items.Length; i++)
        {
            shares[i] = items[i].Share;
        }

        shares[items.Length] = 1;
        shares.Sort();
        segments.Add(At(items, shares[0], weight * shares[0]).ToSegment(delivery));
        for (var k = 0; k < items.Length; k++)
        {
            if (shares[k + 1] - shares[k] > Least)
            {
                Cut(quantiles, shares[k], shares[k + 1]);
                foreach (var (mass, level) in quantiles)
                {
                    segments.Add(At(items, shares[k] * Math.Exp(level), weight * mass).ToSegment(delivery));
                }
            }
        }
    }

    /// <summary>Consumers at one quantile of willingness for all items.</summary>
    private static DemandCell At(ReadOnlySpan<ItemDemand> items, double quantile, double weight)
    {
        var cell = new DemandCell(weight, 0, 0, 0, 0, weight);
        foreach (var item in items)
        {
            cell = quantile <= item.Share ? cell.With(1, item.Price, item)
                : cell.With(1, item.Price * Math.Exp(Math.Log(item.Share / quantile) / item.Elasticity), null);
        }

        return cell;
    }

    /// <summary>Cuts the quantiles from one to another into cells: the mass of each, and ln(its middle / from). The k-th of n ends at
    /// from (to / from)^((k / n)²), so that cells are narrow where willingness is near the price.</summary>
    private static void Cut(Span<(double Mass, double Level)> cells, double from, double to)
    {
        var span = Math.Log(to / from);
        var start = 1.0;
        for (var k = 1; k <= cells.Length; k++)
        {
            var end = Math.Exp(span * k * k / (cells.Length * cells.Length));
            cells[k - 1] = (from * (end - start), Math.Log((start + end) / 2));
            start = end;
        }
    }
}
