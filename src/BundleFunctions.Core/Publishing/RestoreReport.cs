namespace BundleFunctions.Publishing;

/// <summary>What a restore did.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Generation">The generation that serves; null where there was nothing to restore.</param>
/// <param name="Documents">Documents written.</param>
/// <param name="PointerRestored">Whether the pointer itself had been lost.</param>
/// <param name="Reason">Why nothing was restored; null where it was.</param>
public sealed record RestoreReport(ShopId Shop, GenerationId? Generation, int Documents, bool PointerRestored, string? Reason);
