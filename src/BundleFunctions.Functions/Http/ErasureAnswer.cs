using BundleFunctions.Privacy;

namespace BundleFunctions.Functions.Http;

/// <summary>Where an erasure stands.</summary>
/// <param name="ErasureId">Its name.</param>
/// <param name="Status"><c>pending</c> or <c>done</c>.</param>
/// <param name="Receipt">The signed receipt; null until it is done.</param>
internal sealed record ErasureAnswer(string ErasureId, string Status, SignedReceipt? Receipt)
{
    public static ErasureAnswer Of(ErasureStatus status) => new(status.Id, status.IsDone ? "done" : "pending", status.Receipt);
}
