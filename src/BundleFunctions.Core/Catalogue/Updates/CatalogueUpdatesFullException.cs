namespace BundleFunctions.Catalogue.Updates;

/// <summary>More products are newer than the files say than a shop may have; a catalogue file takes their place.</summary>
public sealed class CatalogueUpdatesFullException(ShopId shop)
    : Exception($"Shop {shop} has updates of {CatalogueOverlay.MaxProducts} products already; expected a catalogue file that takes their place.");
