namespace BundleFunctions.Migration;

/// <summary>How clients of retired services are answered.</summary>
public sealed record MigrationOptions
{
    public const string SectionName = "Migration";

    /// <summary>The shop of clients that cannot name one: neither retired service knew of shops. The header <c>x-shop</c> wins.</summary>
    public string Shop { get; init; } = "default";

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() => ShopId.TryParse(Shop, out _) ? null : $"Migration:Shop is '{Shop}'; expected a shop's name.";
}
