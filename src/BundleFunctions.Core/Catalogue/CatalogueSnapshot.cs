namespace BundleFunctions.Catalogue;

/// <summary>A shop's products as one moment knew them.</summary>
public sealed record CatalogueSnapshot(string SnapshotId, DateTimeOffset CreatedAt, IReadOnlyDictionary<ProductId, Product> Products);
