using BundleFunctions.Identity;
using BundleFunctions.Ports;
using BundleFunctions.Security;

namespace BundleFunctions.Privacy;

/// <summary>Who must not be known, read once for a run that learns or publishes.</summary>
public sealed class PeopleFilter
{
    private readonly HashSet<string> _optedOut;
    private readonly IReadOnlyDictionary<string, DateTimeOffset> _erased;
    private readonly PseudonymAliases? _aliases;

    private PeopleFilter(HashSet<string> optedOut, IReadOnlyDictionary<string, DateTimeOffset> erased, PseudonymAliases? aliases = null) =>
        (_optedOut, _erased, _aliases) = (optedOut, erased, aliases);

    /// <summary>Knows of nobody to leave out.</summary>
    public static PeopleFilter None { get; } = new([], new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));

    /// <summary>Reads the shop's lists of people who opted out and who were erased.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async Task<PeopleFilter> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken)
    {
        var optedOut = await OptOutList.ReadMarksAsync(blobs, shop, cancellationToken);
        var erased = await ErasedList.ReadAsync(blobs, shop, cancellationToken);
        return await RenewedAsync(blobs, shop, optedOut, erased, cancellationToken);
    }

    /// <summary>Reads the list of people who were erased only: what lies in the lake of them does not exist any more.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public static async Task<PeopleFilter> ReadErasedAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken) =>
        await RenewedAsync(blobs, shop, [], await ErasedList.ReadAsync(blobs, shop, cancellationToken), cancellationToken);

    /// <summary>The same lists, which know people by older names too, as far as these are told.</summary>
    internal PeopleFilter Knowing(PseudonymAliases aliases) => new(_optedOut, _erased, aliases);

    /// <summary>Whether a person has opted out, or was erased after something was learned that may know of him still.</summary>
    /// <param name="person">The person.</param>
    /// <param name="learnedAt">When it was learned.</param>
    public bool MustNotKnow(Pseudonym person, DateTimeOffset learnedAt) =>
        _optedOut.Count + _erased.Count > 0
        && PersonMark.Of(person) is var mark
        && (_optedOut.Contains(mark) || (_erased.TryGetValue(mark, out var until) && learnedAt <= until));

    /// <summary>Until when a person was erased, under whichever name; null where he was not.</summary>
    public DateTimeOffset? ErasedUntil(Pseudonym person)
    {
        if (_erased.Count == 0)
        {
            return null;
        }

        DateTimeOffset? last = null;
        foreach (var name in _aliases?.NamesOf(person) ?? [person])
        {
            last = _erased.TryGetValue(PersonMark.Of(name), out var until) && !(last > until) ? until : last;
        }

        return last;
    }

    /// <summary>Whether anybody was erased.</summary>
    internal bool KnowsErased => _erased.Count > 0;

    /// <summary>Whether a person was erased at some time, under this name or an older one.</summary>
    internal bool WasErased(Pseudonym person) => ErasedUntil(person) is not null;

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

    /// <summary>Puts everybody on the lists under the newest name too, where the list knows an older one.</summary>
    private static async Task<PeopleFilter> RenewedAsync(
        IBlobStore blobs, ShopId shop, HashSet<string> optedOut, IReadOnlyDictionary<string, DateTimeOffset> erased, CancellationToken cancellationToken)
    {
        if (optedOut.Count + erased.Count == 0)
        {
            return new PeopleFilter(optedOut, erased);
        }

        var renewed = new Dictionary<string, DateTimeOffset>(erased, StringComparer.Ordinal);
        var aliases = await AliasFiles.ReadAsync(blobs, shop, cancellationToken);
        foreach (var older in aliases.Newest.Keys)
        {
            var (mark, newest) = (PersonMark.Of(older), PersonMark.Of(aliases.NewestOf(older)));
            if (optedOut.Contains(mark))
            {
                optedOut.Add(newest);
            }

            if (erased.TryGetValue(mark, out var until) && !(renewed.TryGetValue(newest, out var later) && later > until))
            {
                renewed[newest] = until;
            }
        }

        return new PeopleFilter(optedOut, renewed);
    }
}
