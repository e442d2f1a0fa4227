namespace BundleFunctions.Serving;

/// <summary>What one shop serves, and how old it is.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Status">Degraded where nothing is published, or the model is older than <see cref="ServingOptions.MaxModelAge"/>.</param>
/// <param name="Generation">The generation that serves.</param>
/// <param name="Model">Its model.</param>
/// <param name="ModelTrainedAt">When that was trained.</param>
/// <param name="ModelAgeSeconds">Seconds since then.</param>
/// <param name="Bundles">Bundles of that generation.</param>
/// <param name="Reason">Why the shop is not healthy; null where it is.</param>
public sealed record ShopHealth(
    ShopId Shop,
    HealthStatus Status,
    GenerationId? Generation,
    ModelId? Model,
    DateTimeOffset? ModelTrainedAt,
    long? ModelAgeSeconds,
    int? Bundles,
    string? Reason);
