using System.Text.Json;
using BundleFunctions.Audit;
using BundleFunctions.Ports;

namespace BundleFunctions.Privacy;

/// <summary>What the audit log says of an act about persons, or about a shop's old data.</summary>
/// <param name="Subjects">Marks of the pseudonyms it was about; empty where it was about nobody.</param>
/// <param name="Note">The rest, in words that name nobody.</param>
internal sealed record PersonAct(IReadOnlyList<string> Subjects, string Note)
{
    /// <summary>Writes an act down; the same act of the same time again changes nothing.</summary>
    /// <param name="audit">The log.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Where it came from, such as <c>api</c> or <c>command</c>.</param>
    /// <param name="action">What, such as <c>erasure_requested</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task WriteAsync(AuditLog audit, ShopId shop, DateTimeOffset at, string by, string action, CancellationToken cancellationToken) =>
        audit.WriteAsync(
            shop, new AuditEntry(at, by, $"privacy.{action}", Target: null, JsonSerializer.SerializeToElement(this, PrivacyJson.Default.PersonAct)), cancellationToken);
}
