using BundleFunctions.Scoring;
using BundleFunctions.Training.Sessions;

namespace BundleFunctions.Training.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private int _events;

    [Fact]
    public void Build_EventsInAnyOrder_GiveTheSameSessions()
    {
        ShopEvent[] events =
        [
            Event(1, 0, EventType.View, "a"), Event(1, 1, EventType.View, "b"), Event(1, 1, EventType.AddToCart, "b"), Event(1, 2, EventType.Purchase, "b", "c"),
            Event(2, 0, EventType.View, "a"), Event(2, 5, EventType.View, "c"), Event(3, 0, EventType.View, "a"),
        ];

        var (one, other) = (new SessionSequences(), new SessionSequences());
        Array.ForEach(events, one.Add);
        Array.ForEach([.. events.Reverse()], other.Add);

        Lines(one).ShouldBe(["a 0,c 0", "a 0,b 0,b 2,b 3,c 3"], ignoreOrder: true);
        Lines(other).ShouldBe(Lines(one));
    }

    [Fact]
    public void Build_RobotsRefusalsAndTheSameAgain_AreLeftOut()
    {
        var sequences = new SessionSequences(maxSteps: 3);
        foreach (var product in new[] { "a", "b", "c", "d" })
        {
            sequences.Add(Event(1, 0, EventType.View, product));
        }

        sequences.Add(Event(2, 0, EventType.View, "a") with { Consent = new Consent(Personalization: true, Analytics: false) });
        sequences.Add(Event(2, 1, EventType.View, "b"));
        sequences.Add(Event(3, 0, EventType.View, "a"));
        sequences.Add(Event(3, 1, EventType.View, "a"));
        sequences.Add(Event(3, 2, EventType.Search));
        sequences.Add(Event(3, 3, EventType.Click, "b"));

        Lines(sequences).ShouldBe(["a 0,b 1"]);
    }

    [Fact]
    public void Of_NewestSessions_AskForTheLastProductThatWasLookedAtFirst()
    {
        var sequences = new SessionSequences();
        for (var session = 0; session < 20; session++)
        {
            sequences.Add(Event(session, session * 100, EventType.View, "a"));
            sequences.Add(Event(session, (session * 100) + 1, EventType.View, "b"));
            sequences.Add(Event(session, (session * 100) + 2, EventType.AddToCart, "counter"));
            sequences.Add(Event(session, (session * 100) + 3, EventType.View, "a"));
            sequences.Add(Event(session, (session * 100) + 4, EventType.Purchase, "never-seen"));
        }

        var log = SessionLog.Of(sequences.Build(), catalogue: null);
        var tasks = NextItemTask.Split("shop", log, 0.1, 100);

        log.Products.All.Select(product => product.Value).ShouldBe(["a", "b", "counter"]);
        tasks.Test.Validate().ShouldBeNull();
        tasks.Test.Train.Rows.Rows.ShouldBe(18);
        tasks.Validation.Task.Train.Rows.Rows.ShouldBe(16);
        tasks.Test.Cases.Count.ShouldBe(2);
        tasks.Test.Cases[0].Query.Sequence.ShouldBe([new(0, 0)]);
        tasks.Test.Cases[0].Relevant.ShouldBe([1]);
        tasks.Test.Candidates.ShouldBe([true, true, false]);
    }

    [Fact]
    public void Of_SessionsWithoutACart_AskNothing()
    {
        var sequences = new SessionSequences();
        for (var session = 0; session < 20; session++)
        {
            sequences.Add(Event(session, session * 100, EventType.View, "a"));
            sequences.Add(Event(session, (session * 100) + 1, EventType.View, "b"));
        }

        NextItemTask.Split("shop", SessionLog.Of(sequences.Build(), catalogue: null), 0.1, 100).Test.Cases.ShouldBeEmpty();
    }

    private static string[] Lines(SessionSequences sequences) =>
        [.. sequences.Build().Select(session => string.Join(',', session.Steps.Select(step => $"{step.Product} {ActionNames.NumberOf(step.Action)}")))];

    private ShopEvent Event(int session, int second, EventType type, params string[] products) => new()
    {
        EventId = Identifier.Parse<EventId>($"e{_events++:D6}"),
        Type = type,
        OccurredAt = Noon.AddSeconds(second),
        Session = Identifier.Parse<Pseudonym>(session.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
        Items = [.. products.Select(product => new EventItem(Identifier.Parse<ProductId>(product), 1))],
    };
}
