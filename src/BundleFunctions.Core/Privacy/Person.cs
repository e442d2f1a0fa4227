using System.Text;
using BundleFunctions.Identity;
using BundleFunctions.Intake;
using BundleFunctions.Security;

namespace BundleFunctions.Privacy;

/// <summary>A person as data name it: by the identifiers given, by their pseudonyms, and by what only this person's data name.</summary>
internal sealed class Person
{
    private const int RememberedIds = 4096;

    private readonly ShopId _shop;
    private readonly Pseudonymizer _pseudonymizer;
    private readonly Dictionary<(PseudonymKind Kind, string Text), IReadOnlyList<Pseudonym>> _remembered = [];
    private readonly HashSet<Pseudonym> _ids = [];
    private readonly HashSet<Pseudonym> _linked = [];

    public Person(ShopId shop, PersonIdentifiers identifiers, Pseudonymizer pseudonymizer)
    {
        (_shop, _pseudonymizer) = (shop, pseudonymizer);
        RawIds = [.. identifiers.UserIds.Concat(identifiers.VisitorIds).Concat(identifiers.SessionIds).Distinct(StringComparer.Ordinal)];
        _ids.UnionWith(identifiers.UserIds.SelectMany(id => pseudonymizer.CreateAll(PseudonymKind.User, shop, id)));
        _ids.UnionWith(identifiers.VisitorIds.SelectMany(id => pseudonymizer.CreateAll(PseudonymKind.Visitor, shop, id)));
        _ids.UnionWith(identifiers.SessionIds.SelectMany(id => pseudonymizer.CreateAll(PseudonymKind.Session, shop, id)));
        Given = [.. _ids.Order()];
        Tokens = TokensOf();
    }

    /// <summary>The identifiers as sent, each once.</summary>
    public IReadOnlyList<string> RawIds { get; }

    /// <summary>The pseudonyms of the identifiers given, under every key of the ring.</summary>
    public IReadOnlyList<Pseudonym> Given { get; }

    /// <summary>Users, visitors and sessions that are this person: those given, and devices that nobody else used.</summary>
    public IReadOnlyCollection<Pseudonym> Ids => _ids;

    /// <summary>Sessions and orders of this person's events.</summary>
    public IReadOnlyCollection<Pseudonym> Linked => _linked;

    /// <summary>The texts that name the person in files of ours.</summary>
    public PersonTokens Tokens { get; private set; }

    /// <summary>Whether an event is this person's: it names the person, or it names nobody and belongs to an order or session of the person's.</summary>
    public bool Owns(ShopEvent shopEvent) => Owns(One(shopEvent.User), One(shopEvent.Visitor), One(shopEvent.Session), One(shopEvent.Order));

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

    /// <summary>Takes the names that the person's had under other keys for the person's too.</summary>
    /// <returns>Whether any of them was new.</returns>
    public bool Learn(AliasBook aliases)
    {
        var (ids, linked) = (aliases.Kin(_ids).ToArray(), aliases.Kin(_linked).ToArray());
        _ids.UnionWith(ids);
        _linked.UnionWith(linked);
        return ids.Length + linked.Length > 0;
    }

    /// <summary>Makes <see cref="Tokens"/> of all that is known by now.</summary>
    public void Settle() => Tokens = TokensOf();

    private PersonTokens TokensOf() => new(RawIds, _ids.Concat(_linked).Order());

    private bool Owns(
        IReadOnlyList<Pseudonym> user, IReadOnlyList<Pseudonym> visitor, IReadOnlyList<Pseudonym> session, IReadOnlyList<Pseudonym> order) =>
        Is(_ids, user) || Is(_ids, visitor) || Is(_ids, session)
        || (user.Count == 0 && visitor.Count == 0 && (Is(_linked, session) || Is(_linked, order)));

    private static bool Is(HashSet<Pseudonym> set, IReadOnlyList<Pseudonym> names) => names.Any(set.Contains);

    private static Pseudonym[] One(Pseudonym? id) => id is { } known ? [known] : [];

    /// <summary>The names of an identifier as it was sent, under every key; none where it is absent.</summary>
    private IReadOnlyList<Pseudonym> Read(EventDraft draft, EventField field, PseudonymKind kind)
    {
        if (draft[field] is not { } text)
        {
            return [];
        }

        if (!_remembered.TryGetValue((kind, text), out var names))
        {
            if (_remembered.Count >= RememberedIds)
            {
                _remembered.Clear();
            }

            _remembered.Add((kind, text), names = _pseudonymizer.CreateAll(kind, _shop, text));
        }

        return names;
    }
}
