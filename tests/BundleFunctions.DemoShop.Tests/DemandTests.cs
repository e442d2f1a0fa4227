namespace BundleFunctions.DemoShop.Tests;

[Collection(DefaultShopCollection.Name)]
public sealed class DemandTests(ShopLog log)
{
    [Fact]
    public void Orders_ByProduct_AreSkewed()
    {
        var orders = log.OrderCounts;
        var counts = log.Shop.Products.Select(product => orders.Of(product.ProductId.Value)).OrderDescending().ToArray();

        var topTenth = counts.Take(counts.Length / 10).Sum() / (double)counts.Sum();

        topTenth.ShouldBeInRange(0.4, 0.75);
        counts.Count(count => count > 0).ShouldBeGreaterThan(counts.Length * 9 / 10);
    }

    [Fact]
    public void Substitutes_Always_AreViewedTogetherFarMoreThanBoughtTogether()
    {
        var views = new PairCounts(log.Views);
        var orders = log.OrderCounts;
        var (viewed, bought) = (0, 0);
        foreach (var group in log.Shop.Truth.Substitutes)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    viewed += views.Of(group[i].Value, group[j].Value);
                    bought += orders.Of(group[i].Value, group[j].Value);
                }
            }
        }

        viewed.ShouldBeGreaterThan(10_000);
        bought.ShouldBeLessThan(viewed / 500);
    }

    [Fact]
    public void Orders_ByWeekday_PeakOnSundayAndAreLeastOnWednesday()
    {
        var perWeekday = log.Events.Where(e => e.Type == "purchase")
            .GroupBy(e => e.OccurredAt.UtcDateTime.DayOfWeek)
            .ToDictionary(day => day.Key, day => day.Count() / (double)day.Select(e => e.OccurredAt.UtcDateTime.Date).Distinct().Count());

        perWeekday.MaxBy(day => day.Value).Key.ShouldBe(DayOfWeek.Sunday);
        perWeekday[DayOfWeek.Sunday].ShouldBeGreaterThan(1.2 * perWeekday[DayOfWeek.Wednesday]);
    }

    [Fact]
    public void Orders_OfOutdoorProducts_GrowTowardsSummer()
    {
        var outdoor = log.Shop.Products.Where(product => product.Categories[0].StartsWith("Outdoor/", StringComparison.Ordinal))
            .Select(product => product.ProductId.Value).ToHashSet();

        Share(6).ShouldBeGreaterThan(1.1 * Share(4));

        double Share(int month) => log.Events.Where(e => e.Type == "purchase" && e.OccurredAt.UtcDateTime.Month == month)
            .SelectMany(e => e.Products).Average(id => outdoor.Contains(id) ? 1.0 : 0.0);
    }

    [Fact]
    public void Purchases_Always_AreOfWhatWasOnSaleThatDay()
    {
        var products = log.Shop.Products.ToDictionary(product => product.ProductId.Value);
        foreach (var purchase in log.Events.Where(e => e.Type == "purchase"))
        {
            // A late session may end on the day after the one it began on.
            var began = purchase.OccurredAt.AddHours(-3);
            purchase.Products.All(id => !(products[id].AvailableFrom > purchase.OccurredAt) && !(products[id].AvailableTo <= began))
                .ShouldBeTrue(purchase.EventId);
        }
    }

    [Fact]
    public void Purchases_OnPromotion_CarryTheDiscountBesideTheListPrice()
    {
        var prices = log.Shop.Products.ToDictionary(product => product.ProductId.Value, product => product.Price);
        var items = log.Events.Where(e => e.Type == "purchase").SelectMany(e => e.Items).ToArray();

        items.ShouldAllBe(item => item.UnitPrice == prices[item.ProductId]);
        items.Where(item => item.Discount is not null).ShouldAllBe(item => item.Discount > 0 && item.Discount <= item.UnitPrice * 0.21m);
        items.Count(item => item.Discount is not null).ShouldBeInRange(items.Length / 200, items.Length / 10);
    }
}
