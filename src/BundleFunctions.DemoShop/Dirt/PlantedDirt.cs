namespace BundleFunctions.DemoShop.Dirt;

/// <summary>One bad line and where it lies.</summary>
/// <param name="File">The file's <see cref="Files.DemoFile.Path"/>.</param>
/// <param name="Line">1-based line of the file's plain text.</param>
/// <param name="Kind">What is wrong with it.</param>
public sealed record PlantedDirt(string File, int Line, DirtKind Kind);
