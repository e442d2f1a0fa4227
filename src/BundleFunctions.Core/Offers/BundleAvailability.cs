namespace BundleFunctions.Offers;

/// <summary>How many of a bundle can be delivered.</summary>
/// <param name="MaxBundles">Least of floor(stock / quantity); null where no item's stock is counted.</param>
/// <param name="LimitedBy">The item that sets the limit.</param>
public sealed record BundleAvailability(int? MaxBundles, ProductId? LimitedBy);
