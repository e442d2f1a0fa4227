namespace BundleFunctions.Hygiene;

/// <summary>What one event tells by itself: that it comes from a robot that says so, or from a test. Nothing else has to be seen for that, so that
/// whoever reads a part of the lake can leave it out too.</summary>
public sealed class HygieneMarks
{
    private readonly bool _robots;
    private readonly HashSet<string> _channels;
    private readonly HashSet<string> _products;
    private readonly HashSet<Pseudonym> _people;

    /// <param name="options">Valid options.</param>
    public HygieneMarks(HygieneOptions options)
    {
        _robots = options.Robots.Enabled;
        var tests = options.TestOrders.Enabled ? options.TestOrders : new TestOrderOptions { Channels = [], Products = [] };
        _channels = tests.Channels.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _products = tests.Products.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _people = [.. tests.People];
    }

    /// <summary>The rule (<see cref="HygieneRule"/>) that the event breaks and by what; null where it breaks none.</summary>
    public (string Rule, string Reason)? Find(ShopEvent shopEvent) =>
        _robots && shopEvent.Robot is not null ? (HygieneRule.Robots, "named")
        : shopEvent.Channel is { } channel && _channels.Contains(channel) ? (HygieneRule.TestOrders, "channel")
        : _people.Count > 0 && (IsTester(shopEvent.User) || IsTester(shopEvent.Visitor)) ? (HygieneRule.TestOrders, "person")
        : null;

    /// <summary>Whether only tests order a product.</summary>
    public bool IsTest(ProductId product) => _products.Count > 0 && _products.Contains(product.Value);

    private bool IsTester(Pseudonym? person) => person is { } known && _people.Contains(known);
}
