using BundleFunctions.Bundling;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.Relations;
using BundleFunctions.Training.Tests.Data;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Bundles.Relations;

/// <summary>What the demo shop's maker planted is what the lake alone tells.</summary>
public sealed class DemoShopRelationTests(DemoShopEvidence shop, ITestOutputHelper output) : IClassFixture<DemoShopEvidence>
{
    private static readonly DateTimeOffset Now = new(2026, 6, 30, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Judge_PlantedPairs_AreToldApart()
    {
        var truth = Truth();
        var kinds = Enum.GetValues<RelationKind>();
        var confusion = new int[kinds.Length, kinds.Length];
        var (right, sure) = (0, 0.0);
        foreach (var (pair, kind) in truth)
        {
            var relation = shop.Model.Judge(pair.One, pair.Other).ShouldNotBeNull();
            var found = RelationModel.KindOf(relation);
            confusion[(int)kind, (int)found]++;
            right += found == kind ? 1 : 0;
            sure += Math.Max(Math.Max(relation.Complement, relation.Substitute), Math.Max(relation.Variant, relation.Unrelated));
        }

        var macro = 0.0;
        foreach (var kind in kinds)
        {
            var hits = confusion[(int)kind, (int)kind];
            var (actual, named) = (kinds.Sum(other => confusion[(int)kind, (int)other]), kinds.Sum(other => confusion[(int)other, (int)kind]));
            var f1 = 2.0 * hits / (actual + named);
            macro += f1 / kinds.Length;
            output.WriteLine($"{kind}: {actual} pairs, {hits} found, {named} named, F1 {f1:0.000}");
        }

        output.WriteLine($"macro F1 {macro:0.000}; right {right / (double)truth.Count:0.000}, mean probability {sure / truth.Count:0.000}");
        macro.ShouldBeGreaterThanOrEqualTo(0.85);
        (sure / truth.Count).ShouldBe(right / (double)truth.Count, 0.1);
    }

    [Fact]
    public void Build_AnnotatedAssociations_BundleNextToNoSubstitutes()
    {
        var annotator = new RelationAnnotator(shop.Model, shop.Quantities);
        var catalogue = shop.Shop.Products.ToDictionary(product => product.ProductId);
        var replaced = Replacements();
        var builder = new BundleBuilder(new BundlingOptions());
        var (bundles, faults) = (0, 0);
        foreach (var line in CountedAssociations.Of(shop.Baskets, new TrainingOptions()).Select(annotator.Annotate))
        {
            foreach (var draft in builder.Build(line, catalogue.GetValueOrDefault, shop.Baskets.Rows.Count, Now))
            {
                bundles++;
                var items = draft.Items.Select(item => item.ProductId).ToArray();
                faults += items.Any(one => items.Any(other => replaced.Contains((one, other)))) ? 1 : 0;
            }
        }

        output.WriteLine($"{bundles} bundles, {faults} with substitutes or variants");
        bundles.ShouldBeGreaterThan(300);
        ((double)faults / bundles).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Reasons_PlantedPair_NameTheCounts()
    {
        var bundle = shop.Shop.Truth.Bundles[0];

        var reasons = shop.Model.Reasons(bundle.Anchor, bundle.Members[0].ProductId);

        reasons.ShouldContain(reason => reason.StartsWith("bought together in ", StringComparison.Ordinal));
        shop.Model.Judge(bundle.Anchor, bundle.Anchor).ShouldBeNull();
        shop.Model.Judge(bundle.Anchor, Identifier.Parse<ProductId>("nobody-knows-it")).ShouldBeNull();
        shop.Model.Judge(bundle.Anchor, bundle.Members[0].ProductId).ShouldBe(shop.Model.Judge(bundle.Members[0].ProductId, bundle.Anchor));
    }

    private HashSet<(ProductId, ProductId)> Replacements() =>
    [
        .. shop.Shop.Truth.Substitutes.Concat(shop.Shop.Truth.Variants.Values)
            .SelectMany(group => group.SelectMany(one => group.Where(other => other != one).Select(other => (one, other)))),
    ];

    // Planted pairs of each kind; unrelated are pairs of chance, and as many that some order holds by chance.
    private Dictionary<(ProductId One, ProductId Other), RelationKind> Truth()
    {
        var planted = shop.Shop.Truth;
        var truth = new Dictionary<(ProductId, ProductId), RelationKind>();
        void Add(ProductId one, ProductId other, RelationKind kind) =>
            truth.TryAdd(one.CompareTo(other) < 0 ? (one, other) : (other, one), kind);
        foreach (var (one, other) in planted.Variants.Values.SelectMany(Pairs))
        {
            Add(one, other, RelationKind.Variant);
        }

        foreach (var (one, other) in planted.Substitutes.SelectMany(Pairs))
        {
            Add(one, other, RelationKind.Substitute);
        }

        foreach (var bundle in planted.Bundles)
        {
            foreach (var (one, other) in Pairs([bundle.Anchor, .. bundle.Members.Select(member => member.ProductId)]))
            {
                Add(one, other, RelationKind.Complement);
            }
        }

        foreach (var product in shop.Shop.Products)
        {
            foreach (var required in product.Requires)
            {
                Add(product.ProductId, required, RelationKind.Complement);
            }
        }

        var random = new SeededRandom(17);
        var products = shop.Shop.Products;
        for (var draw = 0; draw < 500; draw++)
        {
            Add(products[random.NextInt32(products.Count)].ProductId, products[random.NextInt32(products.Count)].ProductId, RelationKind.Unrelated);
            var row = shop.Baskets.Rows[random.NextInt32(shop.Baskets.Rows.Count)];
            if (row.Length > 1)
            {
                Add(shop.Baskets.Products[row[0]], shop.Baskets.Products[row[^1]], RelationKind.Unrelated);
            }
        }

        return truth.Where(pair => pair.Key.Item1 != pair.Key.Item2).ToDictionary();
    }

    private static IEnumerable<(ProductId One, ProductId Other)> Pairs(IReadOnlyList<ProductId> group) =>
        group.SelectMany((one, i) => group.Skip(i + 1).Select(other => (one, other)));
}
