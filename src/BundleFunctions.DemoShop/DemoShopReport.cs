using BundleFunctions.DemoShop.Dirt;

namespace BundleFunctions.DemoShop;

/// <summary>What <see cref="SeededShop.WriteTo"/> wrote.</summary>
/// <param name="Files">Catalogue and event files.</param>
/// <param name="Products">Lines of the catalogue.</param>
/// <param name="EventLines">Lines of the event files, bad and repeated ones included.</param>
/// <param name="Dirt">The bad lines among them.</param>
/// <param name="DuplicateLines">The repeated lines among them.</param>
public sealed record DemoShopReport(int Files, int Products, long EventLines, IReadOnlyList<PlantedDirt> Dirt, int DuplicateLines);
