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

    internal CleanEvents(IAsyncEnumerable<ShopEvent> events, HygieneFilter filter, IdentityReader identity, PeopleFilter people, DateTimeOffset? newestAt) =>
        (_events, _filter, _identity, _people, NewestAt) = (events, filter, identity, people, newestAt);

    /// <summary>When the shop's newest event happened; null where there is none.</summary>
    public DateTimeOffset? NewestAt { get; }

    /// <summary>Whether the last that a person said of it refuses personalisation: then nothing that was done before is known of the person either.</summary>
    public bool HasWithdrawn(Pseudonym person) => _identity.HasWithdrawn(person);

    /// <summary>The events, in the lake's order.</summary>
    public IAsyncEnumerable<ShopEvent> ReadAsync() => _events.Select(_filter.Clean).OfType<ShopEvent>().Select(_identity.Read).Select(_people.ForLearning);

    /// <summary>What did not count of what was read so far.</summary>
    public HygieneReport Report() => _filter.Report();

    /// <summary>What was put together of what was read so far.</summary>
    public IdentityReport ReportIdentity() => _identity.Report();
}
