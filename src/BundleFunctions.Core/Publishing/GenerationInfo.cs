namespace BundleFunctions.Publishing;

/// <summary>A generation as the pointer knows it.</summary>
public sealed record GenerationInfo
{
    public required GenerationId Generation { get; init; }

    public required string Model { get; init; }

    public required ModelId ModelId { get; init; }

    public required DateTimeOffset ModelTrainedAt { get; init; }

    /// <summary>How the order of an answer's bundles was learned; null where the published order counts.</summary>
    public string? Order { get; init; }

    /// <summary>The catalogue snapshot that gave prices and stock.</summary>
    public required string Catalogue { get; init; }

    /// <summary>When it was switched on for the first time.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    public required int Products { get; init; }

    public required int Bundles { get; init; }

    /// <summary>Persons with bundles of their own.</summary>
    public int Users { get; init; }

    /// <summary>Somebody rolled back from it: neither it nor its model is published again until somebody rolls forward.</summary>
    public bool Withdrawn { get; init; }

    internal static GenerationInfo From(GenerationManifest manifest, DateTimeOffset publishedAt) => new()
    {
        Generation = manifest.Generation,
        Model = manifest.Model,
        ModelId = manifest.ModelId,
        ModelTrainedAt = manifest.ModelTrainedAt,
        Order = manifest.Order,
        Catalogue = manifest.Catalogue,
        PublishedAt = publishedAt,
        Products = manifest.Products,
        Bundles = manifest.Bundles,
        Users = manifest.Users,
    };
}
