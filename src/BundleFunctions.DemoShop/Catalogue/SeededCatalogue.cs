namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>All items of the shop, with the groupings that demand is drawn by.</summary>
internal sealed class SeededCatalogue
{
    public SeededCatalogue(IReadOnlyList<ShopItem> items)
    {
        Items = items;
        Substitutes = items.Where(item => !item.IsCounter).ToLookup(item => item.SubstituteGroup);
        ByType = items.ToLookup(item => item.Type.Slug, StringComparer.Ordinal);
        Counter = [.. items.Where(item => item.IsCounter)];
    }

    public IReadOnlyList<ShopItem> Items { get; }

    /// <summary>Items of each substitutes group, in catalogue order.</summary>
    public ILookup<int, ShopItem> Substitutes { get; }

    /// <summary>Items of each type's slug, in catalogue order.</summary>
    public ILookup<string, ShopItem> ByType { get; }

    public IReadOnlyList<ShopItem> Counter { get; }
}
