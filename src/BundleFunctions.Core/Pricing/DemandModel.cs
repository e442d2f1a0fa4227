using System.Numerics;

namespace BundleFunctions.Pricing;

/// <summary>Who would pay what: segments that agree with every item's share of orders and elasticity, and with how often all are bought together.</summary>
/// <remarks>
/// An item at price x would be in a share min(1, s (x / p)^-e) of orders (constant elasticity), so a consumer at quantile u of willingness, 0 for
/// the keenest, would pay w = p (s / u)^(1 / e). Who buys some items singly takes the bundle at b where sum(w) - b is at least the surplus
/// sum(max(0, w - p)) of buying singly: where b is at most sum(min(w, p)). Quantiles of one consumer are the same for all items with
/// probability rho, else independent; rho = (P(all) - product(s)) / (min(s) - product(s)) makes the model's share of orders with all
/// items the one that was counted.
/// <para>Who buys what at list price is enumerated exactly; willingness below list price is a low-discrepancy sample (the additive recurrence
/// of M. Roberts, 2018), uniform in ln u and weighted by u.</para>
/// </remarks>
internal static class DemandModel
{
    /// <summary>Most lines that are modelled one by one.</summary>
    public const int MaxItems = 5;

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
        AddIndependent(segments, items, delivery, weight * (1 - rho));
        if (rho > 0)
        {
            AddComonotone(segments, items, delivery, weight * rho);
        }
    }

    private static void AddIndependent(List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, double delivery, double weight)
    {
        var strata = 1 << items.Length;
        var points = Math.Max(32, 256 / strata);
        for (var bought = 0; bought < strata && weight > 0; bought++)
        {
            var mass = weight;
            for (var i = 0; i < items.Length; i++)
            {
                mass *= (bought >> i & 1) == 1 ? items[i].Share : 1 - items[i].Share;
            }

            if (mass > weight * Least)
            {
                AddStratum(segments, items, bought, mass, delivery, bought == strata - 1 ? 1 : points);
            }
        }
    }

    private static void AddStratum(
        List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, int bought, double mass, double delivery, int points)
    {
        var single = Singly(items, bought, delivery);
        var left = items.Length - BitOperations.PopCount((uint)bought);
        var (start, total) = (segments.Count, 0.0);
        for (var k = 1; k <= points; k++)
        {
            var (reservation, density, dimension) = (single.Revenue, 1.0, 0);
            for (var i = 0; i < items.Length; i++)
            {
                if ((bought >> i & 1) == 0)
                {
                    // u = s^(1 - x) is uniform in ln u between s and 1; there w = p s^(x / e).
                    var x = Recurrence.Point(k, dimension++, left);
                    var log = Math.Log(items[i].Share);
                    reservation += items[i].Price * Math.Exp(log * x / items[i].Elasticity);
                    density *= Math.Exp(log * (1 - x));
                }
            }

            segments.Add(single with { Weight = density, Reservation = reservation });
            total += density;
        }

        for (var k = start; k < segments.Count; k++)
        {
            segments[k] = segments[k] with { Weight = mass * segments[k].Weight / total };
        }
    }

    private static void AddComonotone(List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, double delivery, double weight)
    {
        const int Points = 48;
        Span<double> shares = stackalloc double[items.Length + 1];
        for (var i = 0; i < items.Length; i++)
        {
            shares[i] = items[i].Share;
        }

        shares[items.Length] = 1;
        shares.Sort();
        var all = Singly(items, (1 << items.Length) - 1, delivery);
        segments.Add(all with { Weight = weight * shares[0], Reservation = all.Revenue });
        for (var k = 0; k < items.Length; k++)
        {
            var (low, high) = (shares[k], shares[k + 1]);
            if (high - low < Least)
            {
                continue;
            }

            var bought = 0;
            for (var i = 0; i < items.Length; i++)
            {
                bought |= items[i].Share >= high ? 1 << i : 0;
            }

            AddInterval(segments, items, Singly(items, bought, delivery), bought, (low, high), weight, Points);
        }
    }

    private static void AddInterval(
        List<DemandSegment> segments, ReadOnlySpan<ItemDemand> items, DemandSegment single, int bought, (double Low, double High) range, double weight, int points)
    {
        // Cells of equal width in ln u, each with its exact mass.
        var step = Math.Log(range.High / range.Low) / points;
        for (var cell = 0; cell < points; cell++)
        {
            var (from, to) = (range.Low * Math.Exp(step * cell), range.Low * Math.Exp(step * (cell + 1)));
            var log = Math.Log((from + to) / 2);
            var reservation = single.Revenue;
            for (var i = 0; i < items.Length; i++)
            {
                if ((bought >> i & 1) == 0)
                {
                    reservation += items[i].Price * Math.Exp((Math.Log(items[i].Share) - log) / items[i].Elasticity);
                }
            }

            segments.Add(single with { Weight = weight * (to - from), Reservation = reservation });
        }
    }

    private static DemandSegment Singly(ReadOnlySpan<ItemDemand> items, int bought, double delivery)
    {
        var (revenue, margin, slow) = (0.0, bought == 0 ? 0 : -delivery, 0.0);
        for (var i = 0; i < items.Length; i++)
        {
            if ((bought >> i & 1) == 1)
            {
                revenue += items[i].Price;
                margin += items[i].Margin;
                slow += items[i].SlowPieces;
            }
        }

        return new DemandSegment(0, revenue, revenue, margin, slow);
    }
}
