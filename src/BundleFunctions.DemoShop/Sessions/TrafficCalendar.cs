using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>How many orders and visits each day has: a weekly wave, a yearly wave and some noise, summing exactly to what was asked.</summary>
internal sealed class TrafficCalendar
{
    /// <summary>Visits without an order for each visit with one. Real shops have far more; these are the ones worth generating.</summary>
    private const double BrowsingPerOrder = 0.55;

    // Sunday first, as DayOfWeek counts.
    private static readonly double[] Week = [1.25, 1.05, 0.95, 0.9, 0.9, 0.95, 1.1];
    private static readonly double[] Year = [0.9, 0.85, 0.9, 0.95, 1.0, 1.0, 0.95, 0.9, 0.95, 1.0, 1.35, 1.5];

    public TrafficCalendar(DemoShopOptions options)
    {
        var random = SeededRandom.ForStream(options.Seed, "calendar");
        var weights = new double[options.Days];
        for (var day = 0; day < weights.Length; day++)
        {
            var date = options.FirstDay.AddDays(day);
            var noise = Math.Max(0.5, 1 + (0.06 * random.NextNormal()));
            weights[day] = Week[(int)date.DayOfWeek] * SeasonModel.At(Year, date) * noise;
        }

        Orders = Apportionment.Share(options.Orders, weights);
        BrowsingSessions = Apportionment.Share((int)(options.Orders * BrowsingPerOrder), weights);
    }

    /// <summary>Orders of each day.</summary>
    public IReadOnlyList<int> Orders { get; }

    /// <summary>Visits of each day that end without an order.</summary>
    public IReadOnlyList<int> BrowsingSessions { get; }
}
