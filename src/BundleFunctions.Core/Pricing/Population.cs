using BundleFunctions.Bundling;

namespace BundleFunctions.Pricing;

/// <summary>Segments of consumers whose willingness to pay is known.</summary>
internal static class Population
{
    /// <summary>One segment for each consumer, and what each would pay for the bundle at most.</summary>
    /// <exception cref="ArgumentException">A consumer has another number of items than the bundle, or no positive weight.</exception>
    public static (List<DemandSegment> Segments, List<decimal> Reservations) Of(
        IReadOnlyList<Consumer> consumers, IReadOnlyList<BundleLine> lines, ReadOnlySpan<ItemDemand> items, double delivery)
    {
        var (segments, reservations) = (new List<DemandSegment>(consumers.Count), new List<decimal>(consumers.Count));
        foreach (var consumer in consumers)
        {
            if (consumer.Willingness.Count != lines.Count || !(consumer.Weight > 0))
            {
                throw new ArgumentException(
                    $"A consumer has {consumer.Willingness.Count} items and weight {consumer.Weight}; expected {lines.Count} and above 0.", nameof(consumers));
            }

            var (surplus, revenue, margin, slow, buys) = (0m, 0.0, 0.0, 0.0, false);
            for (var i = 0; i < lines.Count; i++)
            {
                var price = lines[i].Product.Price * lines[i].Quantity;
                if (consumer.Willingness[i] >= price)
                {
                    surplus += consumer.Willingness[i] - price;
                    revenue += items[i].Price;
                    margin += items[i].Margin;
                    slow += items[i].SlowPieces;
                    buys = true;
                }
            }

            var reservation = (consumer.Bundle ?? consumer.Willingness.Sum()) - surplus;
            reservations.Add(reservation);
            segments.Add(new DemandSegment(consumer.Weight, (double)reservation, revenue, buys ? margin - delivery : 0, slow));
        }

        return (segments, reservations);
    }
}
