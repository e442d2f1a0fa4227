namespace BundleFunctions.DemoShop.Truth;

/// <summary>Products that the shop's customers buy together because their maker decided so.</summary>
/// <param name="Anchor">The product that starts it; the anchor of no other bundle and a member of none.</param>
/// <param name="TakeUp">Probability, 0..1, that a purchase of the anchor is one of the bundle.</param>
/// <param name="Members">One to three others, each of a type of its own.</param>
public sealed record PlantedBundle(ProductId Anchor, double TakeUp, IReadOnlyList<PlantedMember> Members);
