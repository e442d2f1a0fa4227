namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>What two products are to each other.</summary>
public enum RelationKind
{
    /// <summary>Nothing in particular.</summary>
    Unrelated,

    /// <summary>Bought together, each for its own use.</summary>
    Complement,

    /// <summary>Compared with each other, and one bought instead of the other.</summary>
    Substitute,

    /// <summary>The same thing in another size, colour or pack.</summary>
    Variant,
}
