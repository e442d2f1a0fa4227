namespace BundleFunctions.Assistant;

/// <summary>A choice that goes on from an answer.</summary>
/// <param name="Text">What a button says, and the message to send where it is chosen.</param>
/// <param name="ProductId">The product to send with it; null where there is none.</param>
/// <param name="BundleId">The bundle to send with it; null where there is none.</param>
public sealed record AssistantFollowUp(string Text, ProductId? ProductId = null, BundleId? BundleId = null);
