namespace BundleFunctions.Planning.Plans;

/// <summary>What is expected day by day. It is foretold by itself, from days: its sums need not be the weeks'.</summary>
/// <param name="Total">All pieces of the shop.</param>
/// <param name="Categories">By first level of the catalogue, in ordinal order.</param>
/// <param name="Products">In ordinal order.</param>
public sealed record DailyPlan(PlannedDays Total, IReadOnlyList<PlannedDays> Categories, IReadOnlyList<PlannedDays> Products)
{
    internal static DailyPlan Of(PlannedTree tree) =>
        new(PlannedDays.Of(tree.Total), [.. tree.Categories.Select(PlannedDays.Of)], [.. tree.Products.Select(PlannedDays.Of)]);
}
