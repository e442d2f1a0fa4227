namespace BundleFunctions.Bundling.Constraints;

/// <summary>Two categories, each with all below it, that are never bundled; a category with itself keeps its products apart.</summary>
/// <param name="One">Category path, such as <c>Drinks/Wine</c>.</param>
/// <param name="Other">Category path.</param>
public sealed record CategoryPair(string One, string Other);
