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

    internal CleanEvents(IAsyncEnumerable<ShopEvent> events, HygieneFilter filter, IdentityReader identity, PeopleFilter people) =>
        (_events, _filter, _identity, _people) = (events, filter, identity, people);

    /// <summary>The events, in the lake's order.</summary>
    public IAsyncEnumerable<ShopEvent> ReadAsync() => _events.Select(_filter.Clean).OfType<ShopEvent>().Select(_identity.Read).Select(_people.ForLearning);

    /// <summary>What did not count of what was read so far.</summary>
    public HygieneReport Report() => _filter.Report();

    /// <summary>What was put together of what was read so far.</summary>
    public IdentityReport ReportIdentity() => _identity.Report();
}
