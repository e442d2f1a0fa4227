using BundleFunctions.Catalogue;
using BundleFunctions.Planning.Forecasting;
using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Plans;

/// <summary>Forecasts of a shop, its categories and its products that add up.</summary>
/// <param name="Total">The shop.</param>
/// <param name="Categories">In ordinal order.</param>
/// <param name="Products">In ordinal order.</param>
internal sealed record PlannedTree(PlannedSeries Total, IReadOnlyList<PlannedSeries> Categories, IReadOnlyList<PlannedSeries> Products)
{
    private const string Shop = "shop";
    private const string NoCategory = "(none)";

    /// <param name="products">Weekly forecasts by product.</param>
    /// <param name="catalogue">Says which category a product is of, by the first level of its first path.</param>
    /// <param name="forecaster">Foretells the sums too.</param>
    /// <param name="weeks">Weeks to tell.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static PlannedTree Build(
        IReadOnlyDictionary<string, SeriesForecast> products, CatalogueSnapshot? catalogue, Forecaster forecaster, int weeks, CancellationToken cancellationToken)
    {
        var categoryOf = (catalogue?.Products ?? []).ToDictionary(
            product => product.ProductId.Value, product => product.Categories is [var path, ..] ? path.Split('/')[0] : NoCategory, StringComparer.Ordinal);
        var groups = products.Values.GroupBy(one => categoryOf.GetValueOrDefault(one.Series.Key, NoCategory), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Parts: group.OrderBy(one => one.Series.Key, StringComparer.Ordinal).ToArray()))
            .ToArray();
        var sums = groups.Select(group => DemandBook.Sum(group.Key, [.. group.Parts.Select(part => part.Series)])).ToList();
        sums.Add(DemandBook.Sum(Shop, sums));
        var above = forecaster.Forecast(sums, cancellationToken).Select((one, i) => one.Times(i == groups.Length ? Factors([.. products.Values]) : Factors(groups[i].Parts))).ToArray();

        var root = TreeReconciler.Reconcile(Node(above[^1], [.. groups.Select((group, i) => Node(above[i], [.. group.Parts.Select(part => Node(part, []))]))]));
        return new PlannedTree(
            Of(above[^1], weeks, root.Means),
            [.. root.Parts.Select((node, i) => Of(above[i], weeks, node.Means))],
            [.. root.Parts.SelectMany(node => node.Parts).OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => Of(products[node.Key], weeks, node.Means))]);
    }

    /// <summary>What a forecast says of the first weeks.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="weeks">Weeks to tell.</param>
    /// <param name="means">Means that take the place of its own; its bands move along. Null for its own.</param>
    public static PlannedSeries Of(SeriesForecast forecast, int weeks, IReadOnlyList<double>? means = null) => new(
        forecast.Series.Key,
        forecast.Method,
        forecast.Error,
        forecast.NaiveError,
        [.. forecast.Steps.Take(weeks).Select((step, h) => means is null ? step : Moved(step, means[h]))]);

    // Bands keep their distance in proportion, as errors do.
    private static ForecastStep Moved(ForecastStep step, double mean)
    {
        var factor = (1 + mean) / (1 + step.Mean);
        return step with
        {
            Mean = mean,
            Low80 = Scaled(step.Low80),
            High80 = Scaled(step.High80),
            Low95 = Scaled(step.Low95),
            High95 = Scaled(step.High95),
        };

        double Scaled(double value) => Math.Max(0, ((1 + value) * factor) - 1);
    }

    // The factor of a sum is that of its parts, by what each is expected to sell.
    private static double[] Factors(IReadOnlyList<SeriesForecast> parts) =>
        [.. Enumerable.Range(0, parts[0].Means.Count).Select(h => (parts.Sum(part => part.Means[h]) + 1e-9) / (parts.Sum(part => part.Plain(h)) + 1e-9))];

    private static ForecastNode Node(SeriesForecast forecast, IReadOnlyList<ForecastNode> parts)
    {
        var error = forecast.Error ?? Math.Sqrt(forecast.Means.Average() + 1);
        return new ForecastNode(forecast.Series.Key, forecast.Means, Math.Max(1e-6, error * error), parts);
    }
}
