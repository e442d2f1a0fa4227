namespace BundleFunctions.Catalogue.Updates;

/// <summary>What is new of one product; null is not new.</summary>
public sealed record CatalogueUpdate
{
    public required ProductId ProductId { get; init; }

    /// <summary>Pieces that can be sold, 0 or more.</summary>
    public int? Stock { get; init; }

    /// <summary>Selling price of one piece, above 0, in the product's currency.</summary>
    public decimal? Price { get; init; }

    public DateTimeOffset? AvailableFrom { get; init; }

    public DateTimeOffset? AvailableTo { get; init; }

    public bool? Discontinued { get; init; }

    /// <summary>Since when it holds; null for now. What the catalogue's files, or an earlier update, say of a later moment wins.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
