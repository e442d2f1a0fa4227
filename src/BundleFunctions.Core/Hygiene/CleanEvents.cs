using BundleFunctions.Identity;
using BundleFunctions.Privacy;

namespace BundleFunctions.Hygiene;

/// <summary>The events of a shop that count, each as models may learn from it. To be read once.</summary>
public sealed class CleanEvents
{
    private readonly IAsyncEnumerable<ShopEvent> _events;
    private readonly HygieneFilter _filter;
    private readonly IdentityReader _identity;
    private readonly PeopleFilter _people;
    private readonly HashSet<Pseudonym> _refused = [];

    internal CleanEvents(IAsyncEnumerable<ShopEvent> events, HygieneFilter filter, IdentityReader identity, PeopleFilter people, DateTimeOffset? newestAt) =>
        (_events, _filter, _identity, _people, NewestAt) = (events, filter, identity, people, newestAt);

    /// <summary>When the shop's newest event happened; null where there is none.</summary>
    public DateTimeOffset? NewestAt { get; }

    /// <summary>Persons whose last word on it, of what was read so far, refuses personalisation.</summary>
    public IReadOnlySet<Pseudonym> Refused => _refused;

    /// <summary>The events, in the lake's order.</summary>
    public IAsyncEnumerable<ShopEvent> ReadAsync() => _events.Select(_filter.Clean).OfType<ShopEvent>().Select(_identity.Read).Select(Noted).Select(_people.ForLearning);

    /// <summary>What did not count of what was read so far.</summary>
    public HygieneReport Report() => _filter.Report();

    /// <summary>What was put together of what was read so far.</summary>
    public IdentityReport ReportIdentity() => _identity.Report();

    private ShopEvent Noted(ShopEvent shopEvent)
    {
        if (shopEvent is { User: { } user, Consent.Personalization: { } allowed })
        {
            _ = allowed ? _refused.Remove(user) : _refused.Add(user);
        }

        return shopEvent;
    }
}
