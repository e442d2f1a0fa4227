namespace BundleFunctions.Security;

/// <summary>What a personal identifier names; the same text under two kinds gives unrelated pseudonyms.</summary>
public enum PseudonymKind
{
    Visitor,
    User,
    Session,
    Order,
}
