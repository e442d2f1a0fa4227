namespace BundleFunctions.Privacy;

/// <summary>Where an erasure stands.</summary>
/// <param name="Id">The erasure.</param>
/// <param name="IsDone">Whether everything is gone.</param>
/// <param name="Receipt">Its signed receipt; null until it is done.</param>
/// <param name="Fault">Why the last try did not finish; null where none failed. The next try goes on where it stopped.</param>
public sealed record ErasureStatus(string Id, bool IsDone, SignedReceipt? Receipt, string? Fault = null);
