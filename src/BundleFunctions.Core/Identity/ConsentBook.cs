namespace BundleFunctions.Identity;

/// <summary>Who has said last that he does not want to be known: the newest word counts for what was done before it too. Takes events in order of
/// time.</summary>
internal sealed class ConsentBook
{
    private readonly HashSet<UInt128> _withdrawn = [];

    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Consent is { } consent)
        {
            Note(shopEvent.User, consent.Personalization);
            Note(shopEvent.Visitor, consent.Personalization);
        }
    }

    /// <summary>Whether the event's person, or its device, has said so.</summary>
    public bool HasWithdrawn(ShopEvent shopEvent) => _withdrawn.Count > 0 && (IsWithdrawn(shopEvent.User) || IsWithdrawn(shopEvent.Visitor));

    /// <summary>Whether a person, or a device, has said so.</summary>
    public bool HasWithdrawn(Pseudonym name) => IsWithdrawn(name);

    private bool IsWithdrawn(Pseudonym? name) => name is { } known && _withdrawn.Contains(PseudonymBits.Of(known));

    private void Note(Pseudonym? name, bool agrees)
    {
        if (name is { } known)
        {
            _ = agrees ? _withdrawn.Remove(PseudonymBits.Of(known)) : _withdrawn.Add(PseudonymBits.Of(known));
        }
    }
}
