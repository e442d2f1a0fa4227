namespace BundleFunctions.Training.Ranking;

/// <summary>Gathers what people were shown and what they made of it, by answer. Takes every event once, in any order. Not thread-safe.</summary>
/// <param name="maxAnswers">Answers that are remembered; whatever begins a further one is left out.</param>
public sealed class ShownBundles(int maxAnswers = 200_000)
{
    // More than an answer ever holds: what goes beyond it is not of us.
    private const int MostBundles = 50;

    private readonly Dictionary<(Pseudonym Actor, string Answer), Shown> _answers = [];

    /// <summary>Adds one event. Impressions, clicks, cart adds and purchases that name an answer and a bundle count; events without an actor or without
    /// consent to analytics are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent is not { RecommendationId: { } answer, BundleId: { } bundle }
            || shopEvent.Type is not (EventType.Impression or EventType.Click or EventType.AddToCart or EventType.Purchase)
            || (shopEvent.Visitor ?? shopEvent.User) is not { } actor
            || shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        if (!_answers.TryGetValue((actor, answer), out var shown))
        {
            if (_answers.Count >= maxAnswers)
            {
                return;
            }

            _answers.Add((actor, answer), shown = new Shown());
        }

        shown.First = shopEvent.OccurredAt < shown.First ? shopEvent.OccurredAt : shown.First;
        if (shown.Bundles.Count < MostBundles)
        {
            shown.Bundles[bundle] = shown.Bundles.GetValueOrDefault(bundle) || shopEvent.Type != EventType.Impression;
        }
    }

    /// <summary>Answers of which something was taken and something was not, the oldest first; in an order that follows from what they hold, whoever saw them.</summary>
    public IReadOnlyList<ShownAnswer> Build() =>
    [
        .. _answers.Values.Where(shown => shown.Bundles.ContainsValue(true) && shown.Bundles.ContainsValue(false))
            .Select(shown => new ShownAnswer(
                shown.First, [.. shown.Bundles.Keys.Order()], shown.Bundles.Where(pair => pair.Value).Select(pair => pair.Key).ToHashSet()))
            .OrderBy(shown => shown.At).ThenBy(shown => string.Join(' ', shown.Bundles), StringComparer.Ordinal)
            .ThenBy(shown => string.Join(' ', shown.Taken.Order()), StringComparer.Ordinal),
    ];

    private sealed class Shown
    {
        public DateTimeOffset First { get; set; } = DateTimeOffset.MaxValue;

        public Dictionary<BundleId, bool> Bundles { get; } = [];
    }
}
