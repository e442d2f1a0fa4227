using BundleFunctions.DemoShop.Baskets;
using BundleFunctions.DemoShop.Catalogue;

namespace BundleFunctions.DemoShop;

/// <summary>Makes a believable shop whose bundles are known by construction.</summary>
public static class DemoShopGenerator
{
    /// <summary>Makes the catalogue and plants the bundles; events follow when the files are walked.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static SeededShop Generate(DemoShopOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var catalogue = new CatalogueBuilder(options).Build();
        return new SeededShop(options, catalogue, new BundlePlanter(options, catalogue).Plant());
    }
}
