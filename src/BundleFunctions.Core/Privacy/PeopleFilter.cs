using BundleFunctions.Ports;

namespace BundleFunctions.Privacy;

/// <summary>Who must not be known, read once for a run that learns or publishes.</summary>
public sealed class PeopleFilter
{
    private readonly HashSet<string> _optedOut;
    private readonly IReadOnlyDictionary<string, DateTimeOffset> _erased;

    private PeopleFilter(HashSet<string> optedOut, IReadOnlyDictionary<string, DateTimeOffset> erased) =>
        (_optedOut, _erased) = (optedOut, erased);

    /// <summary>Knows of nobody to leave out.</summary>
    public static PeopleFilter None { get; } = new([], new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));

    /// <summary>Reads the shop's lists of people who opted out and who were erased.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<PeopleFilter> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken) => new(
        await OptOutList.ReadMarksAsync(blobs, shop, cancellationToken),
        await ErasedList.ReadAsync(blobs, shop, cancellationToken));

    /// <summary>Reads the list of people who were erased only: what lies in the lake of them does not exist any more.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public static async Task<PeopleFilter> ReadErasedAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken) =>
        new([], await ErasedList.ReadAsync(blobs, shop, cancellationToken));

    /// <summary>Whether a person has opted out, or was erased after something was learned that may know of him still.</summary>
    /// <param name="person">The person.</param>
    /// <param name="learnedAt">When it was learned.</param>
    public bool MustNotKnow(Pseudonym person, DateTimeOffset learnedAt) =>
        _optedOut.Count + _erased.Count > 0
        && PersonMark.Of(person) is var mark
        && (_optedOut.Contains(mark) || (_erased.TryGetValue(mark, out var until) && learnedAt <= until));

    /// <summary>Whether anybody was erased.</summary>
    public bool KnowsErased => _erased.Count > 0;

    /// <summary>Until when a person was erased; null where he was not.</summary>
    public DateTimeOffset? ErasedUntil(Pseudonym person) =>
        _erased.Count > 0 && _erased.TryGetValue(PersonMark.Of(person), out var until) ? until : null;

    /// <summary>Whether an event is one of an erased person's, from before the erasure: then it does not exist any more.</summary>
    public bool IsErased(ShopEvent shopEvent) =>
        _erased.Count > 0
        && (IsErased(shopEvent.User, shopEvent.OccurredAt)
            || IsErased(shopEvent.Visitor, shopEvent.OccurredAt)
            || IsErased(shopEvent.Session, shopEvent.OccurredAt)
            || IsErased(shopEvent.Order, shopEvent.OccurredAt));

    /// <summary>The event as models may learn from it: without its person, where that person does not consent to personalisation or has
    /// opted out. What was bought together still counts, for nobody.</summary>
    public ShopEvent ForLearning(ShopEvent shopEvent) =>
        shopEvent.Consent is { Personalization: false } || IsOptedOut(shopEvent.User) || IsOptedOut(shopEvent.Visitor)
            ? shopEvent with { User = null, Visitor = null }
            : shopEvent;

    private bool IsOptedOut(Pseudonym? person) => _optedOut.Count > 0 && person is { } known && _optedOut.Contains(PersonMark.Of(known));

    private bool IsErased(Pseudonym? person, DateTimeOffset at) => person is { } known && ErasedUntil(known) is { } until && at <= until;
}
