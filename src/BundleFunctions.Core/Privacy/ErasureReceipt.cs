namespace BundleFunctions.Privacy;

/// <summary>What was erased of whom, and when; names nobody.</summary>
/// <param name="Id">The erasure.</param>
/// <param name="Shop">The shop.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="CompletedAt">When a last look through all stores found nothing.</param>
/// <param name="RawFiles">What became of raw files.</param>
/// <param name="Subjects">Marks of the pseudonyms that were erased: who has the shop's key can tell whether an identifier is among them.</param>
/// <param name="Counts">What was taken away.</param>
public sealed record ErasureReceipt(
    string Id,
    ShopId Shop,
    DateTimeOffset RequestedAt,
    DateTimeOffset CompletedAt,
    RawFiles RawFiles,
    IReadOnlyList<string> Subjects,
    ErasureCounts Counts);
