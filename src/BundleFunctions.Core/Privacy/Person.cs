using System.Text;
using BundleFunctions.Intake;
using BundleFunctions.Security;

namespace BundleFunctions.Privacy;

/// <summary>A person as data name it: by the identifiers given, by their pseudonyms, and by what only this person's data name.</summary>
internal sealed class Person
{
    private const int RememberedIds = 4096;

    private readonly ShopId _shop;
    private readonly Pseudonymizer _pseudonymizer;
    private readonly Dictionary<(PseudonymKind Kind, string Text), Pseudonym> _remembered = [];
    private readonly HashSet<Pseudonym> _ids = [];
    private readonly HashSet<Pseudonym> _linked = [];

    public Person(ShopId shop, PersonIdentifiers identifiers, Pseudonymizer pseudonymizer)
    {
        (_shop, _pseudonymizer) = (shop, pseudonymizer);
        RawIds = [.. identifiers.UserIds.Concat(identifiers.VisitorIds).Concat(identifiers.SessionIds).Distinct(StringComparer.Ordinal)];
        _ids.UnionWith(identifiers.UserIds.Select(id => pseudonymizer.Create(PseudonymKind.User, shop, id)));
        _ids.UnionWith(identifiers.VisitorIds.Select(id => pseudonymizer.Create(PseudonymKind.Visitor, shop, id)));
        _ids.UnionWith(identifiers.SessionIds.Select(id => pseudonymizer.Create(PseudonymKind.Session, shop, id)));
        Given = [.. _ids.Order()];
        Tokens = TokensOf();
    }

    /// <summary>The identifiers as sent, each once.</summary>
    public IReadOnlyList<string> RawIds { get; }

    /// <summary>The pseudonyms of the identifiers given.</summary>
    public IReadOnlyList<Pseudonym> Given { get; }

    /// <summary>Users, visitors and sessions that are this person: those given, and devices that nobody else used.</summary>
    public IReadOnlyCollection<Pseudonym> Ids => _ids;

    /// <summary>Sessions and orders of this person's events.</summary>
    public IReadOnlyCollection<Pseudonym> Linked => _linked;

    /// <summary>The texts that name the person in files of ours.</summary>
    public PersonTokens Tokens { get; private set; }

    /// <summary>Whether an event is this person's: it names the person, or it names nobody and belongs to an order or session of the person's.</summary>
    public bool Owns(ShopEvent shopEvent) => Owns(shopEvent.User, shopEvent.Visitor, shopEvent.Session, shopEvent.Order);

    /// <summary>The same for a record as it was sent.</summary>
    public bool Owns(EventDraft draft) => Owns(
        Read(draft, EventField.UserId, PseudonymKind.User),
        Read(draft, EventField.VisitorId, PseudonymKind.Visitor),
        Read(draft, EventField.SessionId, PseudonymKind.Session),
        Read(draft, EventField.OrderId, PseudonymKind.Order));

    /// <summary>Whether an event names the person in a text, such as what was searched for.</summary>
    public bool IsNamedIn(ShopEvent shopEvent)
    {
        foreach (var text in new[] { shopEvent.Query, shopEvent.Channel, shopEvent.RecommendationId, shopEvent.EventId.Value })
        {
            if (text is not null && Tokens.IsIn(Encoding.UTF8.GetBytes(text), strictly: true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Learns orders and sessions of an event of the person's.</summary>
    /// <returns>Whether any of them was new.</returns>
    public bool Learn(ShopEvent own)
    {
        var learned = own.Order is { } order && _linked.Add(order);
        return (own.Session is { } session && _linked.Add(session)) || learned;
    }

    /// <summary>Takes a device that nobody else used for the person's.</summary>
    public bool Adopt(Pseudonym visitor) => _ids.Add(visitor);

    /// <summary>Makes <see cref="Tokens"/> of all that is known by now.</summary>
    public void Settle() => Tokens = TokensOf();

    private PersonTokens TokensOf() => new(RawIds, _ids.Concat(_linked).Order());

    private bool Owns(Pseudonym? user, Pseudonym? visitor, Pseudonym? session, Pseudonym? order) =>
        Is(_ids, user) || Is(_ids, visitor) || Is(_ids, session)
        || (user is null && visitor is null && (Is(_linked, session) || Is(_linked, order)));

    private static bool Is(HashSet<Pseudonym> set, Pseudonym? id) => id is { } known && set.Contains(known);

    private Pseudonym? Read(EventDraft draft, EventField field, PseudonymKind kind)
    {
        if (draft[field] is not { } text)
        {
            return null;
        }

        if (!_remembered.TryGetValue((kind, text), out var pseudonym))
        {
            if (_remembered.Count >= RememberedIds)
            {
                _remembered.Clear();
            }

            _remembered.Add((kind, text), pseudonym = _pseudonymizer.Create(kind, _shop, text));
        }

        return pseudonym;
    }
}
