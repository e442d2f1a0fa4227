namespace BundleFunctions.Publishing;

/// <summary>What a roll-back did.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Switched">Whether another generation serves now.</param>
/// <param name="Current">The generation that serves; null where the shop has published nothing yet.</param>
/// <param name="Previous">The generation that another roll-back would bring back.</param>
/// <param name="Reason">Why nothing was switched; null where it was.</param>
public sealed record RollBackReport(ShopId Shop, bool Switched, GenerationId? Current, GenerationId? Previous, string? Reason);
