using BundleFunctions.Catalogue;

namespace BundleFunctions.Hygiene;

/// <summary>Which quantities and prices of each product are usual: learned from purchases, in some hundred bytes a product.</summary>
internal sealed class ValueRanges
{
    private const double LeastDeviationOfQuantities = 0.5;
    private const double Many = 0.95;
    private const double FactorOfMany = 150;

    private readonly Dictionary<ProductId, int> _numbers = [];
    private readonly List<LogHistogram> _quantities = [];
    private readonly Dictionary<(int Product, string? Currency), LogHistogram> _prices = [];
    private readonly LogHistogram _all = new();
    private double[] _most = [];
    private Dictionary<(int Product, string? Currency), (double Low, double High)> _usual = [];

    /// <summary>Pieces of one line that are possible for a product with few purchases.</summary>
    public double MostOfAny { get; private set; }

    public int NumberOf(ProductId product)
    {
        if (!_numbers.TryGetValue(product, out var number))
        {
            _numbers.Add(product, number = _numbers.Count);
            _quantities.Add(new LogHistogram());
        }

        return number;
    }

    public void Add(ShopEvent purchase)
    {
        foreach (var item in purchase.Items)
        {
            var number = NumberOf(item.ProductId);
            _quantities[number].Add(item.Quantity + 1.0);
            _all.Add(item.Quantity + 1.0);
            if (item.UnitPrice is > 0 and { } price)
            {
                if (!_prices.TryGetValue((number, purchase.Currency), out var prices))
                {
                    _prices.Add((number, purchase.Currency), prices = new LogHistogram());
                }

                prices.Add((double)price);
            }
        }
    }

    /// <summary>Settles what is usual. After the last event.</summary>
    /// <param name="options">From when on a value cannot be.</param>
    /// <param name="catalogue">Prices to hold others against; null where there are none.</param>
    public void Settle(ValueOptions options, CatalogueSnapshot? catalogue)
    {
        // Where some take hundreds, a thousand is no slip of the keyboard.
        var possible = Math.Max(options.MinQuantity, FactorOfMany * (_all.Quantile(Many) - 1));
        MostOfAny = _all.Count < options.MinPurchases ? double.PositiveInfinity : Math.Max(possible, Most(_all, options));
        _most = [.. _quantities.Select(quantities => quantities.Count < options.MinPurchases ? MostOfAny : Math.Max(possible, Most(quantities, options)))];
        var listed = (catalogue is { IsDerived: false } ? catalogue.Products : [])
            .Where(product => product.Price > 0 && _numbers.ContainsKey(product.ProductId))
            .ToDictionary(product => _numbers[product.ProductId]);
        _usual = [];
        foreach (var (key, prices) in _prices)
        {
            var list = listed.TryGetValue(key.Product, out var product) && (key.Currency is null || string.Equals(key.Currency, product.Currency, StringComparison.Ordinal))
                ? (double)product.Price : (double?)null;
            var own = prices.Count >= options.MinPurchases ? prices.Robust() : default((double Median, double Deviation)?);
            if (own is not null || list is not null)
            {
                // Only what neither the product's own prices nor its catalogue price make possible cannot be.
                var factor = Math.Max(options.PriceFactor, own is { } found ? Math.Exp(options.Deviations * found.Deviation) : 0);
                double[] centres = [.. new[] { own is { } median ? Math.Exp(median.Median) : (double?)null, list }.OfType<double>()];
                _usual.Add(key, (centres.Min() / factor, centres.Max() * factor));
            }
        }
    }

    /// <summary>Whether so many pieces of a product in one line can be.</summary>
    public bool IsPossible(int product, int quantity) => quantity <= _most[product];

    /// <inheritdoc cref="IsPossible(int, int)"/>
    public bool IsPossible(ProductId product, int quantity) => quantity <= (_numbers.TryGetValue(product, out var number) ? _most[number] : MostOfAny);

    /// <summary>Whether a price of one piece can be; 0, a gift, can.</summary>
    public bool IsPossible(ProductId product, string? currency, decimal? price) =>
        price is not > 0
        || !_numbers.TryGetValue(product, out var number)
        || !_usual.TryGetValue((number, currency), out var usual)
        || ((double)price.Value >= usual.Low && (double)price.Value <= usual.High);

    private static double Most(LogHistogram quantities, ValueOptions options)
    {
        var (median, deviation) = quantities.Robust();
        return Math.Exp(median + (options.Deviations * Math.Max(deviation, LeastDeviationOfQuantities))) - 1;
    }
}
