using BundleFunctions.Pricing;

namespace BundleFunctions.Training.Pricing;

/// <summary>Price series in, a table of elasticities out.</summary>
/// <param name="priors">Valid priors.</param>
/// <param name="threads">1 or more; the result is the same for any number.</param>
public sealed class ElasticityEstimator(PricingPriors priors, int threads)
{
    // Products without a category are one among themselves; a path is never empty.
    private const string NoCategory = "";

    /// <summary>Learns from series, each product once.</summary>
    public ElasticityTable Estimate(IReadOnlyList<PriceSeries> series, CancellationToken cancellationToken)
    {
        var fits = new PriceResponse?[series.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, fits.Length, parallel, i => fits[i] = PriceResponseFit.Find(series[i]));

        var told = Enumerable.Range(0, fits.Length).Where(i => fits[i] is not null).ToArray();
        var names = told.Select(i => series[i].Category ?? NoCategory).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var categories = told.Select(i => numbers[series[i].Category ?? NoCategory]).ToArray();
        var shrinkage = told.Length == 0 ? null : new ElasticityShrinkage([.. told.Select(i => fits[i]!)], categories, names.Length, priors);

        var levels = new SortedDictionary<string, ElasticityLevel>(StringComparer.Ordinal);
        for (var category = 0; category < names.Length; category++)
        {
            if (names[category].Length > 0)
            {
                levels.Add(names[category], Level(shrinkage!.Category(category), categories.Count(other => other == category)));
            }
        }

        var products = new SortedDictionary<ProductId, ProductDemand>();
        var place = 0;
        for (var i = 0; i < series.Count; i++)
        {
            var belief = fits[i] is null ? (Belief?)null : shrinkage!.Product(place++);
            products.Add(series[i].Product, Demand(series[i], belief));
        }

        return new ElasticityTable
        {
            Days = series.Count == 0 ? 0 : series.Max(one => one.Days[^1].Day) - series.Min(one => one.Days[0].Day) + 1,
            Shop = shrinkage is null ? null : Level(shrinkage.Shop, told.Length),
            Categories = levels,
            Products = products,
        };
    }

    private static ProductDemand Demand(PriceSeries series, Belief? belief) => new(
        Round((double)series.Days.Sum(day => day.Units) / series.Days.Count),
        series.PricePoints,
        belief is { } known ? Round(known.Mean) : null,
        belief is { } sure ? Round(Math.Sqrt(sure.Variance)) : null);

    private static ElasticityLevel Level(Belief belief, int products) => new(Round(belief.Mean), Round(Math.Sqrt(belief.Variance)), products);

    private static double Round(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
