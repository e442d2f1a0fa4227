namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>A product with what only its maker knows: how it sells, when, and against what.</summary>
internal sealed record ShopItem
{
    /// <summary>Its place in <see cref="SeededCatalogue.Items"/>.</summary>
    public required int Index { get; init; }

    /// <summary>What the shop publishes.</summary>
    public required Product Product { get; init; }

    public required ProductType Type { get; init; }

    /// <summary>Index into <see cref="ShopRange.Departments"/>; -1 for the counter.</summary>
    public required int Department { get; init; }

    /// <summary>Its model; variants of a model share it.</summary>
    public required int Model { get; init; }

    /// <summary>Models of one type that stand in for each other share it; -1 for the counter.</summary>
    public required int SubstituteGroup { get; init; }

    /// <summary>When it can be sold.</summary>
    public required SaleWindow Window { get; init; }

    /// <summary>When it is cheaper, and by how much.</summary>
    public required Promotion Promotion { get; init; }

    /// <summary>0 is the most wanted; the counter stands outside, at <see cref="int.MaxValue"/>.</summary>
    public int PopularityRank { get; init; } = int.MaxValue;

    public bool IsCounter => Department < 0;

    public ProductId Id => Product.ProductId;
}
