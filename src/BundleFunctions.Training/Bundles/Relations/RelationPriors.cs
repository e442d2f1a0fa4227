namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Made-up pairs that stand for what is known before a shop has any data: a few of each relation, by which a model of an empty
/// shop judges, and which its own pairs soon outweigh.</summary>
internal static class RelationPriors
{
    /// <summary>What one made-up pair weighs, in pairs.</summary>
    public const double Weight = 1;

    //                            view  buy   viewLift buyLift title leaf depth brand price group
    private static readonly (RelationKind Kind, double[] Row)[] Pairs =
    [
        (RelationKind.Complement, [1.0, 6.0, 0.5, 3.0, 0.10, 0, 0.2, 0, 1.5, 0]),
        (RelationKind.Complement, [0.0, 4.0, 0.0, 1.5, 0.20, 0, 0.4, 1, 1.0, 0]),
        (RelationKind.Complement, [2.0, 5.0, 1.0, 2.5, 0.30, 1, 0.6, 1, 0.3, 0]),
        (RelationKind.Substitute, [6.0, -0.5, 2.5, -0.2, 0.40, 1, 0.6, 0, 0.4, 0]),
        (RelationKind.Substitute, [4.0, 0.0, 1.5, 0.0, 0.30, 1, 0.6, 1, 0.8, 0]),
        (RelationKind.Substitute, [5.0, 0.0, 2.0, 0.0, 0.20, 0, 0.4, 0, 0.5, 0]),
        (RelationKind.Variant, [5.0, 0.0, 2.0, 0.0, 0.90, 1, 0.6, 1, 0.0, 1]),
        (RelationKind.Variant, [0.0, 0.0, 0.0, 0.0, 0.85, 1, 0.6, 1, 0.3, 1]),
        (RelationKind.Variant, [3.0, 0.0, 1.5, 0.0, 0.95, 1, 0.6, 1, 0.1, 1]),
        (RelationKind.Unrelated, [0.0, 0.0, 0.0, 0.0, 0.00, 0, 0.0, 0, 1.5, 0]),
        (RelationKind.Unrelated, [0.5, 0.5, 0.2, 0.2, 0.05, 0, 0.2, 0, 1.0, 0]),
        (RelationKind.Unrelated, [0.0, 0.0, 0.0, 0.0, 0.20, 1, 0.6, 0, 0.5, 0]),
    ];

    public static IReadOnlyList<(RelationKind Kind, double[] Row)> All => Pairs;
}
