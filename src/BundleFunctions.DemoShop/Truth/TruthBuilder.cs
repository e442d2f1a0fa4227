using BundleFunctions.DemoShop.Baskets;
using BundleFunctions.DemoShop.Catalogue;

namespace BundleFunctions.DemoShop.Truth;

/// <summary>Puts what was planted into published terms.</summary>
internal static class TruthBuilder
{
    public static PlantedTruth Build(SeededCatalogue catalogue, IReadOnlyList<BundlePlan> plans) => new()
    {
        Bundles = [.. plans.Select(plan => new PlantedBundle(
            plan.Anchor.Id,
            plan.TakeUp,
            [.. plan.Members.Select(member => new PlantedMember(member.Item.Id, member.Probability))]))],
        Substitutes = [.. catalogue.Substitutes
            .Where(group => group.Count() > 1)
            .Select(IReadOnlyList<ProductId> (group) => [.. group.Select(item => item.Id)])],
        Variants = Variants(catalogue),
        Universal = [.. catalogue.Counter.Select(item => item.Id)],
    };

    private static SortedDictionary<string, IReadOnlyList<ProductId>> Variants(SeededCatalogue catalogue)
    {
        var variants = new SortedDictionary<string, IReadOnlyList<ProductId>>(StringComparer.Ordinal);
        var models = catalogue.Items.Where(item => item.Product.GroupId is not null)
            .GroupBy(item => item.Product.GroupId!, StringComparer.Ordinal);
        foreach (var group in models)
        {
            variants[group.Key] = [.. group.Select(item => item.Id)];
        }

        return variants;
    }
}
