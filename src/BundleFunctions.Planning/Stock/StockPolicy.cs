using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.Planning.Stock;

/// <summary>When to order and how much, by periodic review: at each review the position (on hand and on order) is filled up to what the demand of lead time
/// and one review stays below with a chance. Silver, Pyke, Thomas, "Inventory and Production Management in Supply Chains", chapter 6: the (R, S) system.</summary>
/// <remarks>The textbook's chance is the service level itself. Shops lose sales instead of owing them, and pieces are whole, so that would stock too much;
/// <see cref="Tune"/> finds the chance that would have given the service level in the shop's own last year.</remarks>
public sealed class StockPolicy
{
    private const int ReplayedWeeks = 52;
    private readonly StockOptions _options;

    private StockPolicy(StockOptions options, double chance) => (_options, Chance) = (options, chance);

    /// <summary>The chance that is asked of the demand's distribution, 0.3..0.9995.</summary>
    public double Chance { get; }

    /// <summary>The smallest chance whose levels, played over the last year of all products, meet the whole demand of as large a share of product weeks as
    /// the service level asks for.</summary>
    /// <param name="products">Weekly forecasts that reach over lead time and review, with each product's lead time in days.</param>
    /// <param name="options">Valid options.</param>
    public static StockPolicy Tune(IReadOnlyCollection<(SeriesForecast Forecast, int LeadTimeDays)> products, StockOptions options)
    {
        var replays = products.Select(one => new StockReplay(one.Forecast, one.LeadTimeDays, options, ReplayedWeeks)).Where(replay => replay.Weeks > 0).ToList();
        if (replays.Count == 0)
        {
            return new StockPolicy(options, options.ServiceLevel);
        }

        // In steps of the tail's logarithm: what matters is how often it fails, not how often it holds.
        var (low, high) = (Math.Log(0.0005), Math.Log(0.7));
        for (var i = 0; i < 12; i++)
        {
            var middle = (low + high) / 2;
            var chance = 1 - Math.Exp(middle);
            var service = replays.Sum(replay => replay.MetWeeks(chance)) / (double)replays.Sum(replay => replay.Weeks);
            (low, high) = service >= options.ServiceLevel ? (middle, high) : (low, middle);
        }

        return new StockPolicy(options, 1 - Math.Exp(low));
    }

    /// <summary>What the position is to be filled up to: whole pieces, 0 or more.</summary>
    /// <param name="forecast">A weekly forecast that reaches over lead time and review.</param>
    /// <param name="leadTimeDays">Days from an order to the goods, 0 or more.</param>
    public long Level(SeriesForecast forecast, int leadTimeDays) =>
        (long)Math.Ceiling(forecast.QuantileOfSum((leadTimeDays + _options.ReviewDays) / 7.0, Chance));
}
