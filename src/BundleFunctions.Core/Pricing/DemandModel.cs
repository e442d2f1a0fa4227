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
/// of M. Roberts, 2018), denser near the list price and weighted by what each point stands for.</para>
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
        Span<double> logs = stackalloc double[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            logs[i] = Math.Log(items[i].Share);
        }

        var (start, total) = (segments.Count, 0.0);
        for (var k = 0; k < points; k++)
        {
            var (reservation, exponent, slope, dimension) = (single.Revenue, 0.0, 1.0, 0);
            for (var i = 0; i < items.Length; i++)
            {
                if ((bought >> i & 1) == 0)
                {
                    // u = s^(1 - x) lies between s and 1, where w = p s^(x / e); x = y² puts most points near the list price.
                    var y = Recurrence.Point(k, dimension++, left);
                    reservation += items[i].Price * Math.Exp(logs[i] * y * y / items[i].Elasticity);
                    exponent += logs[i] * (1 - (y * y));
                    slope *= y;
                }
            }

            var density = slope * Math.Exp(exponent);
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
        const int Points = 32;
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
        // Cells in ln u, narrow near the least willing buyer and each with its exact mass.
        var span = Math.Log(range.High / range.Low);
        Span<double> logs = stackalloc double[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            logs[i] = Math.Log(items[i].Share / range.Low);
        }

        var from = 1.0;
        for (var cell = 1; cell <= points; cell++)
        {
            var to = Math.Exp(span * cell * cell / (points * points));
            var middle = Math.Log((from + to) / 2);
            var reservation = single.Revenue;
            for (var i = 0; i < items.Length; i++)
            {
                if ((bought >> i & 1) == 0)
                {
                    reservation += items[i].Price * Math.Exp((logs[i] - middle) / items[i].Elasticity);
                }
            }

            segments.Add(single with { Weight = weight * range.Low * (to - from), Reservation = reservation });
            from = to;
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
