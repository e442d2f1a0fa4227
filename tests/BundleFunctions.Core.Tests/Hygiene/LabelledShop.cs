using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BundleFunctions.Catalogue;

namespace BundleFunctions.Core.Tests.Hygiene;

/// <summary>A shop of which it is known who is what: shoppers, readers, wholesale customers, and among them robots, tests, resellers, slips of
/// the keyboard and returns. From a seed; 30 days.</summary>
internal sealed class LabelledShop
{
    private const int Days = 30;
    private const int Products = 800;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly decimal[] _prices;
    private readonly List<LabelledEvent> _events = [];
    private readonly List<(ShopEvent Refund, string Order)> _returns = [];
    private int _eventId;
    private int _orderId;

    public LabelledShop(int seed)
    {
        _random = new Random(seed);
        _prices = [.. Enumerable.Range(0, Products).Select(_ => Math.Round((decimal)Math.Exp(2 + (1.1 * Normal())), 2) + 0.5m)];
        Shoppers();
        Readers();
        WholesaleCustomers();
        Robots();
        Tests();
        Resellers();
        Events = [.. _events.OrderBy(labelled => labelled.Event.OccurredAt).ThenBy(labelled => labelled.Event.EventId)];
    }

    /// <summary>What the shop's catalogue says; three products in ten are not in it.</summary>
    public CatalogueSnapshot Catalogue => new("labelled", isDerived: false, [
        .. Enumerable.Range(0, Products).Where(product => product % 10 >= 3)
            .Select(product => new Product { ProductId = Product(product), Title = $"Product {product}", Price = _prices[product], Currency = "EUR" }),
    ]);

    /// <summary>People whose orders the shop knows for tests.</summary>
    public static Pseudonym Staff { get; } = Name("staff-1");

    /// <summary>All events, in the lake's order.</summary>
    public IReadOnlyList<LabelledEvent> Events { get; }

    /// <summary>Refunds, each with the key of the order that it is of.</summary>
    public IReadOnlyList<(ShopEvent Refund, string Order)> Returns => _returns;

    public static Pseudonym Name(string text) =>
        Identifier.Parse<Pseudonym>(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]);

    private void Shoppers()
    {
        for (var person = 0; person < 4000; person++)
        {
            var user = _random.NextDouble() < 0.5 ? $"user-{person}" : null;
            for (var visits = 1 + _random.Next(4); visits > 0; visits--)
            {
                var at = Evening();
                at = Browse($"visitor-{person}", user, at, 1 + (int)(-5 * Math.Log(1 - _random.NextDouble())), seconds: 35, Label.Honest);
                if (_random.NextDouble() < 0.6)
                {
                    Buy($"visitor-{person}", user, at, 1 + (int)(-1.5 * Math.Log(1 - _random.NextDouble())), () => _random.NextDouble() < 0.8 ? 1 : 1 + _random.Next(6), Label.Honest, mayErr: true);
                }
            }
        }

        // An office that orders for everybody, once.
        for (var office = 0; office < 6; office++)
        {
            Buy($"office-{office}", $"office-{office}", Evening(), 4, () => 10 + _random.Next(12), Label.Honest);
        }
    }

    private void Readers()
    {
        // Who reads a lot and buys, in a rush on a sale's first day as well.
        for (var reader = 0; reader < 12; reader++)
        {
            for (var day = 0; day < 8; day++)
            {
                var at = Browse($"reader-{reader}", $"reader-{reader}", Evening(), 150 + _random.Next(250), seconds: 9, Label.Honest);
                Buy($"reader-{reader}", $"reader-{reader}", at, 2 + _random.Next(5), () => 1 + _random.Next(2), Label.Honest);
            }
        }

        // Who only looks at windows.
        for (var looker = 0; looker < 40; looker++)
        {
            for (var visits = 3 + _random.Next(10); visits > 0; visits--)
            {
                Browse($"looker-{looker}", null, Evening(), 20 + _random.Next(120), seconds: 20, Label.Honest);
            }
        }

        // One device in the shop that everybody uses.
        for (var day = 0; day < Days; day++)
        {
            var at = Start.AddDays(day).AddHours(9);
            for (var guest = 0; guest < 60; guest++)
            {
                at = Browse("kiosk", null, at, 3 + _random.Next(12), seconds: 12, Label.Honest);
                if (_random.NextDouble() < 0.15)
                {
                    Buy("kiosk", null, at, 1 + _random.Next(2), () => 1, Label.Honest);
                }
            }
        }
    }

    private void WholesaleCustomers()
    {
        for (var customer = 0; customer < 15; customer++)
        {
            for (var orders = 2 + _random.Next(5); orders > 0; orders--)
            {
                Buy($"wholesale-{customer}", $"wholesale-{customer}", Noon(), 4 + _random.Next(12), () => 2 + _random.Next(5), Label.Honest);
            }
        }
    }

    private void Robots()
    {
        for (var robot = 0; robot < 100; robot++)
        {
            var name = $"robot-{robot}";
            var at = Start.AddDays(_random.Next(Days - 2)).AddMinutes(_random.Next(1440));
            switch (robot % 6)
            {
                case 0: // Says what it is; slow and brief.
                    Browse(name, null, at, 5 + _random.Next(40), seconds: 60, Label.Robot, agent: "examplebot");
                    break;
                case 1: // A burst.
                    Browse(name, null, at, 120 + _random.Next(600), seconds: 0.3, Label.Robot);
                    break;
                case 2: // Steady, some pages a minute.
                    Browse(name, null, at, 900 + _random.Next(900), seconds: 2 + (3 * _random.NextDouble()), Label.Robot, widely: true);
                    break;
                case 3: // Slow, all day long.
                    Browse(name, null, at, 500 + _random.Next(700), seconds: 70, Label.Robot, widely: true);
                    break;
                case 4: // Now slow, now fast, with rests, and with something put into a cart.
                    for (var part = 0; part < 12; part++)
                    {
                        at = Browse(name, null, at, 20 + _random.Next(100), seconds: 1 + _random.Next(40), Label.Robot, widely: true);
                        at = at.AddMinutes(_random.Next(90));
                    }

                    if (robot % 12 == 4)
                    {
                        Add(Event(EventType.AddToCart, name, null, at) with { Items = [new EventItem(Product(_random.Next(Products)), 1)] }, Label.Robot);
                    }

                    break;
                default: // A little every day.
                    for (var day = 0; day < Days; day++)
                    {
                        Browse(name, null, Start.AddDays(day).AddMinutes(_random.Next(600)), 60 + _random.Next(120), seconds: 30, Label.Robot, widely: true);
                    }

                    break;
            }
        }
    }

    private void Tests()
    {
        for (var test = 0; test < 40; test++)
        {
            var (user, at) = ($"tester-{test}", Noon());
            switch (test % 4)
            {
                case 0:
                    Buy(user, user, at, 2, () => 1, Label.Test, channel: "QA");
                    break;
                case 1:
                    Buy(user, user, at, 2, () => 1, Label.Test, alsoProduct: "TEST");
                    break;
                case 2:
                    Buy("staff-device", "staff-1", at, 3, () => 1, Label.Test);
                    break;
                default:
                    Buy(user, user, at, 2, () => 1, Label.Test, price: _ => 0m);
                    break;
            }
        }

        // Honest ones that look alike: a free gift beside what is paid, and prices that the shop does not send.
        for (var order = 0; order < 60; order++)
        {
            Buy($"gift-{order}", null, Noon(), 5, () => 1, Label.Honest, price: line => line == 0 ? 0m : 9.5m);
            Buy($"plain-{order}", null, Noon(), 2, () => 1, Label.Honest, price: _ => null);
        }
    }

    private void Resellers()
    {
        for (var reseller = 0; reseller < 14; reseller++)
        {
            for (var orders = 2 + _random.Next(6); orders > 0; orders--)
            {
                var pieces = Math.Exp(5.6 + (0.5 * Normal()));
                var lines = reseller % 5 == 0 ? 65 + _random.Next(80) : 2 + _random.Next(8);
                Buy($"reseller-{reseller}", $"reseller-{reseller}", Noon(), lines, () => Math.Max(1, (int)(pieces / lines)), Label.Reseller);
            }
        }
    }

    private DateTimeOffset Browse(
        string visitor, string? user, DateTimeOffset at, int pages, double seconds, Label label, string? agent = null, bool widely = false)
    {
        var from = _random.Next(Products);
        for (var page = 0; page < pages; page++)
        {
            var product = widely ? (from + page) % Products : Popular();
            Add(Event(EventType.View, visitor, user, at) with { Items = [new EventItem(Product(product), 1)], Robot = agent }, label);
            at = at.AddMilliseconds(1000 * seconds * (0.3 + (1.4 * _random.NextDouble())));
        }

        return at;
    }

    private void Buy(
        string visitor, string? user, DateTimeOffset at, int lines, Func<int> pieces, Label label,
        string? channel = null, string? alsoProduct = null, Func<int, decimal?>? price = null, bool mayErr = false)
    {
        var order = $"order-{_orderId++}";
        var products = Enumerable.Range(0, lines).Select(_ => Popular()).Distinct().ToArray();
        var (badQuantity, badPrice) = (new List<int>(), new List<int>());
        var items = new List<EventItem>();
        foreach (var product in products)
        {
            var (quantity, paid) = (pieces(), price is null ? Sale(_prices[product]) : price(items.Count));
            if (mayErr && _random.NextDouble() < 0.01)
            {
                quantity = 1500 + (int)Math.Exp(11 * _random.NextDouble());
                badQuantity.Add(items.Count);
            }
            else if (mayErr && _random.NextDouble() < 0.01)
            {
                // A point that is missing or too far left, a price of a cent, and what systems put where they know none.
                paid = _random.Next(5) switch { 0 => 100 * _prices[product], 1 => 1000 * _prices[product], 2 => _prices[product] / 100, 3 => 0.01m, _ => 9999.99m };
                badPrice.Add(items.Count);
            }

            items.Add(new EventItem(Product(product), quantity, paid));
        }

        if (alsoProduct is not null)
        {
            items.Add(new EventItem(Identifier.Parse<ProductId>(alsoProduct), 1, 1m));
        }

        foreach (var item in items.Take(2))
        {
            Add(Event(EventType.AddToCart, visitor, user, at.AddSeconds(-30)) with { Items = [item with { UnitPrice = null }], Channel = channel }, label);
        }

        var purchase = Event(EventType.Purchase, visitor, user, at) with { Items = items, Order = Name(order), Channel = channel };
        Add(purchase, label, badQuantity, badPrice);
        if (label == Label.Honest && badQuantity.Count == 0 && _random.NextDouble() < 0.06)
        {
            Return(purchase);
        }
    }

    // Half of them name their order; some of these come before it, by a clock that is slow or a system that is fast.
    private void Return(ShopEvent purchase)
    {
        var isNamed = _random.NextDouble() < 0.5;
        var after = isNamed && _random.NextDouble() < 0.3 ? TimeSpan.FromHours(-5 * _random.NextDouble()) : TimeSpan.FromDays(1 + (10 * _random.NextDouble()));
        var item = purchase.Items[_random.Next(purchase.Items.Count)];
        var refund = purchase with
        {
            EventId = NextId(),
            Type = EventType.Refund,
            OccurredAt = purchase.OccurredAt + after,
            Order = isNamed ? purchase.Order : null,
            Items = [item],
        };
        _returns.Add((refund, purchase.Order!.Value.Value));
        _events.Add(new LabelledEvent(refund, Label.Honest, [], []));
    }

    private void Add(ShopEvent shopEvent, Label label, IReadOnlyCollection<int>? badQuantity = null, IReadOnlyCollection<int>? badPrice = null) =>
        _events.Add(new LabelledEvent(shopEvent, label, badQuantity ?? [], badPrice ?? []));

    private ShopEvent Event(EventType type, string visitor, string? user, DateTimeOffset at) => new()
    {
        EventId = NextId(),
        Type = type,
        OccurredAt = at,
        Visitor = Name(visitor),
        User = user is null ? null : Name(user),
        Currency = "EUR",
    };

    private EventId NextId() => Identifier.Parse<EventId>(string.Create(CultureInfo.InvariantCulture, $"e{_eventId++:D8}"));

    private static ProductId Product(int number) => Identifier.Parse<ProductId>($"p-{number:D3}");

    private int Popular() => (int)(Products * Math.Pow(_random.NextDouble(), 2.5));

    // Now and then a clearance: up to nine tenths off.
    private decimal Sale(decimal price) => Math.Round(price * (_random.NextDouble() < 0.05 ? 0.1m + (0.4m * (decimal)_random.NextDouble()) : 1), 2);

    private DateTimeOffset Evening() => Start.AddDays(_random.Next(Days)).AddHours(8 + (13 * _random.NextDouble()));

    private DateTimeOffset Noon() => Start.AddDays(_random.Next(Days)).AddHours(10 + (5 * _random.NextDouble()));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
