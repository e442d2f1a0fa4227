namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Labels that need no person: pairs so clear-cut that a rule can name them.</summary>
internal static class WeakLabels
{
    // Roots of chi-square quantiles at one degree of freedom: p = .001 and p = .05.
    private const double Sure = 3.29;
    private const double Unsure = 1.96;
    private const double NearlyTheSameTitle = 0.9;

    /// <summary>What the pair surely is; null where it is not clear-cut.</summary>
    /// <remarks>Variants share a group, or, where the shop names no groups, brand, leaf category and nearly the title. Complements are bought
    /// together surely more often than by chance, and more surely so than they are looked at together, or lie in different categories.
    /// Substitutes of one leaf category are looked at together surely more often than by chance and not bought together. Unrelated
    /// pairs are neither.</remarks>
    public static RelationKind? Of(double[] row, bool hasGroups) =>
        row[RelationColumns.SameGroup] > 0
        || (!hasGroups && row[RelationColumns.SameBrand] > 0 && row[RelationColumns.SameLeaf] > 0 && row[RelationColumns.TitleCosine] >= NearlyTheSameTitle)
            ? RelationKind.Variant
        : row[RelationColumns.BuySureness] >= Sure && row[RelationColumns.BuyLift] >= 1
            && (row[RelationColumns.SameLeaf] <= 0 || row[RelationColumns.BuySureness] > row[RelationColumns.ViewSureness])
            ? RelationKind.Complement
        : row[RelationColumns.ViewSureness] >= Sure && row[RelationColumns.BuySureness] < Unsure && row[RelationColumns.SameLeaf] > 0
            ? RelationKind.Substitute
        : row[RelationColumns.ViewSureness] < Unsure && row[RelationColumns.BuySureness] < Unsure ? RelationKind.Unrelated
        : null;
}
