using BundleFunctions.Security;

namespace BundleFunctions.Intake;

/// <summary>Reads the personal identifiers of events and turns them into pseudonyms at once.</summary>
internal sealed class PersonalIds(ShopId shop, Pseudonymizer pseudonymizer)
{
    private const int RememberedIds = 4096;

    // The lines of one order or session stand together, so a few remembered pseudonyms spare most of the hashing.
    private readonly Dictionary<(PseudonymKind Kind, string Value), Pseudonym> _remembered = new(RememberedIds);

    /// <summary>Reads one identifier; null where it is absent.</summary>
    public Pseudonym? Read(EventDraft draft, EventField field, PseudonymKind kind, ref FieldFault? fault)
    {
        if (draft[field] is not { } text)
        {
            return null;
        }

        if (!Identifier.IsOpaque(text, IntakeLimits.PersonalIdLength))
        {
            fault ??= new(
                draft.NameOf(field),
                RejectCodes.IdInvalid,
                $"Expected 1 to {IntakeLimits.PersonalIdLength} characters without control characters or white space at the ends.");
            return null;
        }

        if (!_remembered.TryGetValue((kind, text), out var pseudonym))
        {
            if (_remembered.Count >= RememberedIds)
            {
                _remembered.Clear();
            }

            _remembered.Add((kind, text), pseudonym = pseudonymizer.Create(kind, shop, text));
        }

        return pseudonym;
    }
}
