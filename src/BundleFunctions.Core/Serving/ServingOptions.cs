namespace BundleFunctions.Serving;

/// <summary>How answers are served.</summary>
public sealed record ServingOptions
{
    public const string SectionName = "Serving";

    /// <summary>Age from which the pointer is looked up again while the old one serves; above 0.</summary>
    public TimeSpan PointerAge { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Age from which the catalogue is looked up again; above 0.</summary>
    public TimeSpan CatalogueAge { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Age from which an answer waits for the pointer, and is marked stale where it cannot be had; at least <see cref="PointerAge"/>.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Time within which an answer is given whatever the stores do; above 0.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time after which a read that nobody waits for any more is given up; at least <see cref="Deadline"/>.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of the cache of lists, and once more of the cache of rendered answers; 1 MiB or more.</summary>
    public long CacheBytes { get; init; } = 48L << 20;

    /// <summary>Shops that are remembered at once, 1 or more.</summary>
    public int MaxShops { get; init; } = 1000;

    /// <summary>Age of a shop's model from which the service's health is degraded.</summary>
    public TimeSpan MaxModelAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Age from which the service's health is looked at again, however many ask; above 0.</summary>
    public TimeSpan HealthAge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        PointerAge <= TimeSpan.Zero ? $"Serving:PointerAge is {PointerAge}; expected more than 0."
        : CatalogueAge <= TimeSpan.Zero ? $"Serving:CatalogueAge is {CatalogueAge}; expected more than 0."
        : StaleAfter < PointerAge ? $"Serving:StaleAfter is {StaleAfter}; expected {PointerAge} (PointerAge) or more."
        : Deadline <= TimeSpan.Zero ? $"Serving:Deadline is {Deadline}; expected more than 0."
        : ReadTimeout < Deadline ? $"Serving:ReadTimeout is {ReadTimeout}; expected {Deadline} (Deadline) or more."
        : CacheBytes < 1 << 20 ? $"Serving:CacheBytes is {CacheBytes}; expected 1048576 or more."
        : MaxShops < 1 ? $"Serving:MaxShops is {MaxShops}; expected 1 or more."
        : MaxModelAge <= TimeSpan.Zero ? $"Serving:MaxModelAge is {MaxModelAge}; expected more than 0."
        : HealthAge <= TimeSpan.Zero ? $"Serving:HealthAge is {HealthAge}; expected more than 0."
        : null;
}
