using BundleFunctions.Baskets;
using BundleFunctions.Hygiene;
using Xunit.Abstractions;

namespace BundleFunctions.Core.Tests.Hygiene;

/// <summary>Every rule against a shop of which the truth is known. The table of docs/hygiene.md is what these print.</summary>
public sealed class LabelledShopTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.90;

    private static readonly HygieneOptions Options = new() { TestOrders = new TestOrderOptions { People = [LabelledShop.Staff] } };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Judge_LabelledShop_FindsWhatWasPlantedAndLeavesTheRest(int seed)
    {
        var shop = new LabelledShop(seed);
        var filter = Survey(shop);

        var scores = new SortedDictionary<string, RuleScore>(StringComparer.Ordinal)
        {
            [HygieneRule.Robots] = RuleScore.Of(
                Found(shop, filter, HygieneRule.Robots, labelled => labelled.Event.Visitor), Labelled(shop, Label.Robot, labelled => labelled.Event.Visitor)),
            [HygieneRule.TestOrders] = RuleScore.Of(Found(shop, filter, HygieneRule.TestOrders, OrderOf), Labelled(shop, Label.Test, OrderOf)),
            [HygieneRule.Resellers] = RuleScore.Of(Found(shop, filter, HygieneRule.Resellers, OrderOf), Labelled(shop, Label.Reseller, OrderOf)),
            [HygieneRule.ImpossibleQuantities] = RuleScore.Of(
                Lines(shop, (labelled, i) => filter.Clean(labelled.Event) is var clean && clean?.Items.Any(item => item.ProductId == labelled.Event.Items[i].ProductId) != true && filter.Find(labelled.Event) is null),
                Lines(shop, (labelled, i) => labelled.BadQuantity.Contains(i))),
            [HygieneRule.ImpossiblePrices] = RuleScore.Of(
                Lines(shop, (labelled, i) => labelled.Event.Items[i].UnitPrice is not null && filter.Clean(labelled.Event)?.Items.FirstOrDefault(item => item.ProductId == labelled.Event.Items[i].ProductId) is { UnitPrice: null }),
                Lines(shop, (labelled, i) => labelled.BadPrice.Contains(i))),
            [HygieneRule.Returns] = Returns(shop),
        };
        foreach (var (rule, found) in filter.Report().Rules)
        {
            output.WriteLine($"seed {seed} {rule}: {found.About}");
        }

        foreach (var (rule, score) in scores)
        {
            output.WriteLine($"seed {seed} {rule}: {score}");
        }

        scores.Values.ShouldAllBe(score => score.Right > 10);
        scores.ShouldAllBe(score => score.Value.Precision >= LeastPrecision && score.Value.Recall >= LeastRecall);
    }

    private static HygieneFilter Survey(LabelledShop shop)
    {
        var survey = new HygieneSurvey(Options);
        foreach (var labelled in shop.Events)
        {
            survey.Add(labelled.Event);
        }

        return survey.Judge(shop.Catalogue);
    }

    private static Pseudonym? OrderOf(LabelledEvent labelled) => labelled.Event.Type == EventType.Purchase ? labelled.Event.Order : null;

    private static HashSet<Pseudonym> Found(LabelledShop shop, HygieneFilter filter, string rule, Func<LabelledEvent, Pseudonym?> keyOf) =>
        [.. shop.Events.Where(labelled => filter.Find(labelled.Event)?.Rule == rule).Select(keyOf).OfType<Pseudonym>()];

    private static HashSet<Pseudonym> Labelled(LabelledShop shop, Label label, Func<LabelledEvent, Pseudonym?> keyOf) =>
        [.. shop.Events.Where(labelled => labelled.Label == label).Select(keyOf).OfType<Pseudonym>()];

    private static HashSet<(EventId Event, int Item)> Lines(LabelledShop shop, Func<LabelledEvent, int, bool> isBad) =>
    [
        .. shop.Events.Where(labelled => labelled.Event.Type == EventType.Purchase)
            .SelectMany(labelled => Enumerable.Range(0, labelled.Event.Items.Count).Where(i => isBad(labelled, i)).Select(i => (labelled.Event.EventId, i))),
    ];

    /// <summary>Lines that are in no basket any more, against those that were given back whole; events come in any order.</summary>
    private static RuleScore Returns(LabelledShop shop)
    {
        var events = shop.Events.Select(labelled => labelled.Event).ToArray();
        new Random(1).Shuffle(events);
        var (builder, without) = (new BasketBuilder(), new BasketBuilder());
        foreach (var shopEvent in events)
        {
            builder.Add(shopEvent);
            if (shopEvent.Type != EventType.Refund)
            {
                without.Add(shopEvent);
            }
        }

        var kept = LinesOf(builder.Build());
        var gone = LinesOf(without.Build()).Where(line => !kept.Contains(line)).ToHashSet();
        return RuleScore.Of(gone, shop.Returns.Select(back => ($"o|{back.Order}", back.Refund.Items[0].ProductId)).ToHashSet());
    }

    private static HashSet<(string Order, ProductId Product)> LinesOf(BasketSet set) =>
        [.. set.Baskets.SelectMany(basket => basket.Products.Select(product => (basket.Key.Value, product)))];
}
