using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>
/// What follows an order days later: refunds and ratings. It holds only what is still to come, so its size follows the
/// orders of about three weeks.
/// </summary>
internal sealed class Aftermath(DemoShopOptions options)
{
    private const double RefundRate = 0.03;
    private const double RatingRate = 0.08;

    private readonly List<DemoEvent>?[] _coming = new List<DemoEvent>?[options.Days];

    /// <summary>Decides what follows a purchase; what would come after the last day is not told.</summary>
    public void Follow(DemoEvent purchase, int day, SeededRandom random)
    {
        if (random.NextBool(RefundRate))
        {
            var line = purchase.Items[random.NextInt32(purchase.Items.Count)];
            Put(day, random.NextInt32(2, 20), random, at => Later(purchase, at) with { Type = EventType.Refund, Items = [line] });
        }

        foreach (var line in purchase.Items)
        {
            if (random.NextBool(RatingRate))
            {
                var stars = random.NextDouble() switch { < 0.05 => 1, < 0.1 => 2, < 0.22 => 3, < 0.55 => 4, _ => 5 };
                Put(day, random.NextInt32(1, 14), random, at => Later(purchase, at) with
                {
                    Type = EventType.Rating,
                    OrderId = null,
                    Items = [new DemoLine(line.ProductId, 1)],
                    Rating = stars,
                });
            }
        }
    }

    /// <summary>What comes on a day, in the order in which it was decided; afterwards it is forgotten.</summary>
    public IReadOnlyList<DemoEvent> Take(int day)
    {
        var due = _coming[day] ?? [];
        _coming[day] = null;
        return due;
    }

    private static DemoEvent Later(DemoEvent purchase, DateTime at) => purchase with { OccurredAt = at, SessionId = null };

    private void Put(int day, int delay, SeededRandom random, Func<DateTime, DemoEvent> make)
    {
        // Office hours of a later day: after the order even where a late session ran past midnight.
        var seconds = random.NextInt32(9 * 3600, 18 * 3600);
        var later = day + delay;
        if (later < _coming.Length)
        {
            var midnight = options.FirstDay.AddDays(later).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            (_coming[later] ??= []).Add(make(midnight.AddSeconds(seconds)));
        }
    }
}
