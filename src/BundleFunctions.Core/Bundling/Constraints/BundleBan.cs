namespace BundleFunctions.Bundling.Constraints;

/// <summary>A merchandiser's ban: no bundle may hold all of these products. One product keeps it out of all bundles.</summary>
public sealed record BundleBan
{
    /// <summary>One or more products.</summary>
    public required IReadOnlyList<ProductId> Products { get; init => field = value ?? []; }

    /// <summary>From when it holds; null for always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>From when on it does not hold any more; null for never.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Why, for the shop's own people.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it holds at <paramref name="now"/>.</summary>
    public bool HoldsAt(DateTimeOffset now) => !(From > now) && !(To <= now);

    /// <summary>What is wrong with the ban, in words; null where it is well.</summary>
    public string? Validate() =>
        Products.Count == 0 ? "a ban names no product."
        : From >= To ? $"the ban of {Products[0]} ends at {To:O}, before it begins."
        : null;
}
