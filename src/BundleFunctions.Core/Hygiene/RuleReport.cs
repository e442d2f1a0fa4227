namespace BundleFunctions.Hygiene;

/// <summary>What one rule left out.</summary>
/// <param name="About">The rule in words, with the limits that it went by.</param>
/// <param name="Events">Events, or lines of events, that did not count.</param>
/// <param name="Visitors">Different visitors of them.</param>
/// <param name="Orders">Different orders of them.</param>
/// <param name="Reasons">The events by what they were known by.</param>
/// <param name="Samples">Pseudonyms of some of the visitors.</param>
/// <param name="Products">Some of the products, where it is about lines.</param>
public sealed record RuleReport(
    string About,
    long Events,
    int Visitors,
    int Orders,
    SortedDictionary<string, long> Reasons,
    IReadOnlyList<string> Samples,
    IReadOnlyList<string> Products);
