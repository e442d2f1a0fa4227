using BundleFunctions.Bundling;

namespace BundleFunctions.Pricing;

/// <summary>Demand for one bundle in each of the scenarios that are thought possible.</summary>
internal sealed class Market
{
    private const double Z95 = 1.959963984540054;
    private const double OrdersOfForecast = 1000;

    // Nodes at the ends of the 95 % interval, with the weights that keep mean and variance of the normal distribution.
    private const double Outer = 1 / (2 * Z95 * Z95);
    private static readonly (double Z, double Weight)[] Nodes = [(0, 1 - (2 * Outer)), (-Z95, Outer), (Z95, Outer)];

    private readonly IDemand[] _curves;
    private readonly double[] _weights;
    private readonly double _orders;
    private readonly double _worthOfSlowPiece;

    private Market(IDemand[] curves, double[] weights, double orders, double worthOfSlowPiece, string basis) =>
        (_curves, _weights, _orders, _worthOfSlowPiece, Basis) = (curves, weights, orders, worthOfSlowPiece, basis);

    /// <summary>What demand was judged by.</summary>
    public string Basis { get; }

    /// <summary>A gain that is too small to be one.</summary>
    public double Tolerance => 1e-9 * (Math.Abs(_curves[0].Singly.Margin) + _curves[0].Singly.Revenue);

    /// <summary>Consumers of constant elasticity; elasticities of all items deviate together, which makes intervals wide rather than narrow.</summary>
    /// <param name="lines">The items.</param>
    /// <param name="demand">How often they are bought now; null for priors.</param>
    /// <param name="lowest">The lowest price that will be asked for, from 0 to the list price.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="learned">What was learned of the shop's demand.</param>
    public static Market Modelled(
        IReadOnlyList<BundleLine> lines, BundleDemand? demand, decimal lowest, PricingOptions options, ElasticityTable learned)
    {
        var estimates = lines.Select(line => learned.Find(line.Product, options.Priors)).ToArray();
        var terms = Terms(lines, options, learned);
        var items = lines.Select((line, i) => Item(line, options, learned) with
        {
            Share = Math.Clamp(demand?.Shares[i] ?? options.Priors.PurchaseShare, 1e-7, 0.99),
        }).ToArray();

        var lattice = new DiscountLattice((double)(lines.Sum(line => line.Product.Price * line.Quantity) - lowest));
        var curves = new IDemand[Nodes.Length];
        for (var node = 0; node < Nodes.Length; node++)
        {
            var (z, scenario) = (Nodes[node].Z, items.ToArray());
            for (var i = 0; i < items.Length; i++)
            {
                scenario[i] = items[i] with { Elasticity = Math.Clamp(-(estimates[i].Mean + (z * estimates[i].Sd)), 0.5, 8) };
            }

            curves[node] = new DemandModel(DearestFirst(scenario), demand?.JointShare ?? 0, (double)options.DeliveryCost, terms, lattice);
        }

        return new Market(
            curves, [.. Nodes.Select(node => node.Weight)], OrdersOfForecast, WorthOfSlowPiece(lines, options, learned), PriceBasis.Of(estimates));
    }

    /// <summary>Consumers whose willingness to pay is known: one scenario.</summary>
    public static (Market Market, List<decimal> Reservations) Known(
        IReadOnlyList<BundleLine> lines, IReadOnlyList<Consumer> consumers, PricingOptions options, ElasticityTable learned)
    {
        var items = lines.Select(line => Item(line, options, learned)).ToArray();
        var (segments, reservations) = Population.Of(consumers, lines, items, (double)options.DeliveryCost);
        var curve = new DemandCurve(segments, Terms(lines, options, learned));
        return (new Market([curve], [1], 1, WorthOfSlowPiece(lines, options, learned), $"{consumers.Count} known consumers"), reservations);
    }

    /// <summary>What a price is expected to do.</summary>
    public MarketOutcome At(decimal price)
    {
        var scenarios = new PriceOutcome[_curves.Length];
        var mean = default(PriceOutcome);
        for (var i = 0; i < scenarios.Length; i++)
        {
            scenarios[i] = _curves[i].At((double)price);
            mean += _weights[i] * scenarios[i];
        }

        return new MarketOutcome(mean, scenarios, mean.Margin + (_worthOfSlowPiece * mean.SlowPieces));
    }

    /// <summary>The outcome in figures to show.</summary>
    /// <exception cref="OverflowException">A figure is too large for a decimal.</exception>
    public PriceForecast Forecast(MarketOutcome outcome, string currency)
    {
        var singly = _curves[0].Singly;
        var money = CurrencyUnits.DecimalsOf(currency);
        return new PriceForecast(
            Rounded(_orders * singly.Units, 2),
            Range(outcome, part => part.Units, 0, 2),
            Range(outcome, part => part.Revenue, singly.Revenue, money),
            Range(outcome, part => part.Margin, singly.Margin, money),
            Range(outcome, part => part.Margin, 0, money),
            Range(outcome, part => part.SlowPieces, 0, 2));
    }

    private ForecastRange Range(MarketOutcome outcome, Func<PriceOutcome, double> part, double start, int decimals) => new(
        Rounded(_orders * (start + part(outcome.Mean)), decimals),
        Rounded(_orders * (start + outcome.Scenarios.Min(part)), decimals),
        Rounded(_orders * (start + outcome.Scenarios.Max(part)), decimals));

    // Adding a zero of the wanted scale writes all the decimals.
    private static decimal Rounded(double value, int decimals) =>
        decimal.Round((decimal)value, decimals, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, isNegative: false, (byte)decimals);

    private static ItemDemand Item(BundleLine line, PricingOptions options, ElasticityTable learned)
    {
        var price = (double)(line.Product.Price * line.Quantity);
        var cost = (double)((line.Product.Cost ?? 0) * line.Quantity);
        return new ItemDemand(
            price, (price - cost) * Kept(options), learned.IsSlow(line.Product, options.SlowStockDays) ? line.Quantity : 0, Share: 0, Elasticity: 0);
    }

    private static BundleTerms Terms(IReadOnlyList<BundleLine> lines, PricingOptions options, ElasticityTable learned) => new(
        Kept(options),
        lines.Sum(line => (double)((line.Product.Cost ?? 0) * line.Quantity) * Kept(options)) + (double)options.DeliveryCost,
        lines.Sum(line => Item(line, options, learned).SlowPieces));

    private static double Kept(PricingOptions options) => 1 - ((double)options.ReturnsRatePct / 100);

    private static double WorthOfSlowPiece(IReadOnlyList<BundleLine> lines, PricingOptions options, ElasticityTable learned)
    {
        var slow = lines.Where(line => learned.IsSlow(line.Product, options.SlowStockDays)).ToArray();
        return slow.Length == 0 ? 0
            : options.ClearanceWeight * (double)slow.Sum(line => line.Product.Price * line.Quantity) / slow.Sum(line => line.Quantity);
    }

    /// <summary>The dearest items one by one and the others as one, whose buyers are as many as those of its rarest item.</summary>
    private static ItemDemand[] DearestFirst(ItemDemand[] items)
    {
        var ordered = items.OrderByDescending(item => item.Price).ToArray();
        if (ordered.Length <= DemandModel.MaxItems)
        {
            return ordered;
        }

        var rest = ordered[(DemandModel.MaxItems - 1)..];
        var price = rest.Sum(item => item.Price);
        return
        [
            .. ordered[..(DemandModel.MaxItems - 1)],
            new ItemDemand(
                price,
                rest.Sum(item => item.Margin),
                rest.Sum(item => item.SlowPieces),
                rest.Min(item => item.Share),
                price / rest.Sum(item => item.Price / item.Elasticity)),
        ];
    }
}
