namespace BundleFunctions.DeepModels.Folders;

/// <summary>What the rows were that a network of items learned from, and so what it is to be told of a query.</summary>
internal static class RowKinds
{
    /// <summary>Steps in their order, as of sessions.</summary>
    public const string Steps = "steps";

    /// <summary>Baskets in their order, as of users; what is in one has none.</summary>
    public const string Baskets = "baskets";

    /// <summary>Single sets.</summary>
    public const string Set = "set";

    /// <summary>Whether it is known, or nothing is said.</summary>
    public static bool IsKnown(string? rows) => rows is null or Steps or Baskets or Set;
}
