using BundleFunctions.DemoShop.Baskets;
using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>
/// What visitors do. Buyers compare what they came for with its substitutes, fill the cart and order; others look around;
/// robots walk through the catalogue.
/// </summary>
internal sealed class SessionModel(SeededCatalogue catalogue, DemandModel demand, BasketModel baskets)
{
    private const double SearchRate = 0.25;
    private const double CompareRate = 0.35;
    private const double AddToCartRate = 0.6;
    private const double MemberViewRate = 0.45;
    private const double SecondThoughtsRate = 0.05;
    private const double AbandonedCartRate = 0.15;

    /// <summary>A visit that ends in an order; returns the purchase.</summary>
    public DemoEvent Buy(Session session, string orderId, int day, SeededRandom random)
    {
        var basket = baskets.Draw(session.Visitor.Favourite, day, random);
        foreach (var line in basket)
        {
            if (line.IsIntent)
            {
                Look(session, line.Item, day, random);
            }
            else if (!line.Item.IsCounter && random.NextBool(MemberViewRate))
            {
                session.View(line.Item);
            }

            if (random.NextBool(AddToCartRate))
            {
                session.AddToCart(line.Item, line.Quantity);
            }
        }

        if (random.NextBool(SecondThoughtsRate))
        {
            var dropped = demand.Draw(session.Visitor.Favourite, day, random);
            session.AddToCart(dropped, 1);
            session.RemoveFromCart(dropped, 1);
        }

        return session.Purchase(orderId, [.. basket.Select(line => Priced(line, day))]);
    }

    /// <summary>A visit that ends without an order.</summary>
    public void Browse(Session session, int day, SeededRandom random)
    {
        var wishes = random.NextInt32(1, 2);
        for (var wish = 0; wish < wishes; wish++)
        {
            var item = demand.Draw(session.Visitor.Favourite, day, random);
            Look(session, item, day, random);
            if (random.NextBool(AbandonedCartRate))
            {
                session.AddToCart(item, 1);
            }
        }
    }

    /// <summary>A robot's walk: a stretch of the catalogue in its order, from anywhere.</summary>
    public void Crawl(Session session, SeededRandom random)
    {
        var from = random.NextInt32(catalogue.Items.Count);
        var pages = random.NextInt32(3, 15);
        for (var page = 0; page < pages; page++)
        {
            session.View(catalogue.Items[(from + page) % catalogue.Items.Count]);
        }
    }

    private static DemoLine Priced(BasketLine line, int day)
    {
        var price = line.Item.Product.Price;
        return new DemoLine(line.Item.Id, line.Quantity, price, line.Item.Promotion.DiscountOn(day, price));
    }

    private void Look(Session session, ShopItem item, int day, SeededRandom random)
    {
        if (random.NextBool(SearchRate))
        {
            session.Search(random.NextBool(0.3) ? $"{item.Product.Brand} {item.Type.Name}" : item.Type.Name.ToLowerInvariant());
        }

        foreach (var other in catalogue.Substitutes[item.SubstituteGroup])
        {
            if (other.Index != item.Index && other.Window.Contains(day) && random.NextBool(CompareRate / 2))
            {
                session.View(other);
            }
        }

        session.View(item);
    }
}
