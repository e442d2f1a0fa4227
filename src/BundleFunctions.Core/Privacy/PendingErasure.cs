namespace BundleFunctions.Privacy;

/// <summary>Blob <c>privacy/{shop}/erasures/{id}.json</c>: an erasure that is not done yet; gone when it is.</summary>
/// <param name="Id">Its name.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="RawFiles">What becomes of raw files.</param>
/// <param name="Sealed">The identifiers, encrypted under the shop's own key.</param>
/// <param name="Subjects">Marks of the persons' pseudonyms (<see cref="PersonMark"/>).</param>
/// <param name="Counts">What was taken away so far.</param>
/// <param name="Garbage">Lake files that may have to be deleted still.</param>
internal sealed record PendingErasure(
    string Id,
    DateTimeOffset RequestedAt,
    RawFiles RawFiles,
    string Sealed,
    IReadOnlyList<string> Subjects,
    ErasureCounts Counts,
    IReadOnlyList<string> Garbage);
