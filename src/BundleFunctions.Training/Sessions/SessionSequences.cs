using BundleFunctions.Scoring;

namespace BundleFunctions.Training.Sessions;

/// <summary>Gathers what was done in each session, in order. Takes every event once, in any order. Not thread-safe.</summary>
/// <param name="maxSteps">Sessions of more steps are walks of robots, and are left out; 2 or more.</param>
public sealed class SessionSequences(int maxSteps = 200)
{
    private readonly Dictionary<Pseudonym, List<(DateTimeOffset At, EventId Event, EventType Action, ProductId[] Products)>> _sessions = [];
    private readonly Dictionary<Pseudonym, int> _steps = [];

    /// <summary>Adds one event. Views, clicks, additions to the cart and purchases count; events without a session or without consent to analytics
    /// are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (ActionNames.NumberOf(shopEvent.Type) < 0
            || shopEvent.Session is not { } session
            || shopEvent.Items.Count == 0
            || shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        // One step more than allowed is kept, by which the session is known to be too long.
        var steps = _steps.GetValueOrDefault(session);
        if (steps <= maxSteps)
        {
            _steps[session] = steps + shopEvent.Items.Count;
            (_sessions.TryGetValue(session, out var known) ? known : _sessions[session] = [])
                .Add((shopEvent.OccurredAt, shopEvent.EventId, shopEvent.Type, [.. shopEvent.Items.Select(item => item.ProductId)]));
        }
    }

    /// <summary>Sessions of two steps or more, oldest first; in an order that follows from what was done in them.</summary>
    public IReadOnlyList<VisitorSession> Build() =>
    [
        .. _sessions.Where(session => _steps[session.Key] <= maxSteps).Select(session => Build(session.Value)).Where(session => session.Steps.Count >= 2)
            .OrderBy(session => session.At).ThenBy(session => session.Steps.Count)
            .ThenBy(session => string.Join('\n', session.Steps.Select(step => $"{step.Product} {ActionNames.NumberOf(step.Action)}")), StringComparer.Ordinal),
    ];

    // Of one moment, what leads to a purchase comes before it.
    private static VisitorSession Build(List<(DateTimeOffset At, EventId Event, EventType Action, ProductId[] Products)> events)
    {
        var steps = new List<SessionStep>();
        foreach (var (_, _, action, products) in events.OrderBy(done => done.At).ThenBy(done => ActionNames.NumberOf(done.Action)).ThenBy(done => done.Event.Value, StringComparer.Ordinal))
        {
            foreach (var product in products)
            {
                var step = new SessionStep(product, action);
                if (steps.Count == 0 || steps[^1] != step)
                {
                    steps.Add(step);
                }
            }
        }

        return new VisitorSession(events.Min(done => done.At), steps);
    }
}
