namespace BundleFunctions.DemoShop.Tests;

/// <summary>The default shop is made and read once for all tests that look at it.</summary>
[CollectionDefinition(Name)]
public sealed class DefaultShopCollection : ICollectionFixture<ShopLog>
{
    public const string Name = "default shop";
}
