namespace BundleFunctions.Core.Tests.Hygiene;

/// <summary>An event and the truth about it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Label">What it was made as.</param>
/// <param name="BadQuantity">Places of its items whose quantity was made up.</param>
/// <param name="BadPrice">Places of its items whose price was made up.</param>
internal sealed record LabelledEvent(ShopEvent Event, Label Label, IReadOnlyCollection<int> BadQuantity, IReadOnlyCollection<int> BadPrice);
