using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>
/// Everything that happens on one day, in the order of time. Each day draws from a stream of its own; only refunds and
/// ratings reach from one day into later ones, so the days are asked for in turn.
/// </summary>
internal sealed class DayModel(DemoShopOptions options, TrafficCalendar calendar, VisitorModel visitors, SessionModel sessions)
{
    private const double SignInRate = 0.7;
    private const double RobotRate = 0.8;

    private readonly Aftermath _aftermath = new(options);

    public List<DemoEvent> Make(int day)
    {
        var random = SeededRandom.ForStream(options.Seed, "day", (ulong)day);
        var date = options.FirstDay.AddDays(day);
        var stamp = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var events = new List<DemoEvent>(_aftermath.Take(day));
        var started = 0;

        for (var order = 0; order < calendar.Orders[day]; order++)
        {
            var orderId = string.Create(CultureInfo.InvariantCulture, $"o-{stamp}-{order + 1:0000}");
            var purchase = sessions.Buy(Open(visitors.Draw(random)), orderId, day, random);
            _aftermath.Follow(purchase, day, random);
        }

        for (var visit = 0; visit < calendar.BrowsingSessions[day]; visit++)
        {
            sessions.Browse(Open(visitors.Draw(random)), day, random);
        }

        for (var robot = 0; robot < visitors.Robots.Count; robot++)
        {
            // The first comes every day, so that no day's file is empty however small the shop.
            if (robot == 0 || random.NextBool(RobotRate))
            {
                sessions.Crawl(Open(visitors.Robots[robot]), random);
            }
        }

        // Stable: events of the same second stay in the order of their sessions.
        return [.. events.OrderBy(happened => happened.OccurredAt)];

        Session Open(Visitor visitor)
        {
            var sessionId = string.Create(CultureInfo.InvariantCulture, $"s-{stamp}-{++started:00000}");
            return new Session(sessionId, visitor, visitor.UserId is not null && random.NextBool(SignInRate), date, random, events);
        }
    }
}
