using BundleFunctions.Audiences;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Profiles;
using BundleFunctions.Training.Bundles.Learning;

namespace BundleFunctions.Training.Audiences;

/// <summary>Learns how affinity becomes a purchase: profiles as they were <see cref="ResponseModel.Days"/> days before the newest event, against what was bought since.</summary>
/// <param name="seed">Draws the offers that were not taken.</param>
public sealed class ResponseLearner(ulong seed)
{
    private const int LeastResponses = 50;
    private const double Ridge = 1;

    /// <summary>Null where fewer than fifty offers were taken: less tells nothing.</summary>
    /// <param name="profiles">As they were at <paramref name="cut"/>.</param>
    /// <param name="baskets">All orders, in order of time.</param>
    /// <param name="cut">The moment after which orders are responses.</param>
    /// <param name="catalogue">What could be offered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Models.DivergedException">The fit is not finite.</exception>
    public ResponseModel? Learn(
        IReadOnlyList<UserProfile> profiles, IReadOnlyList<Basket> baskets, DateTimeOffset cut, CatalogueSnapshot catalogue, CancellationToken cancellationToken)
    {
        if (profiles.Count == 0)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(cut.UtcDateTime);
        var means = AffinityMeans.Of(profiles);
        var cases = new ResponseCases(new ResponseHistory(profiles, baskets, cut), new OfferRates(baskets, cut, profiles.Count, catalogue), catalogue, seed);
        var affinities = new Affinities(catalogue, means, day);
        var products = Fit(cases.Products(), affinities, cancellationToken);
        var fresh = products is null ? null : Fit(cases.Fresh(), affinities, cancellationToken);
        return products is null || fresh is null ? null
            : new ResponseModel(day.AddDays(ResponseModel.Days), products, fresh, Fit(cases.Bundles(), affinities, cancellationToken), means);
    }

    private static ResponseCurve? Fit(IEnumerable<ResponseCase> cases, Affinities affinities, CancellationToken cancellationToken)
    {
        var (rows, known, taken, weights) = (new List<double[]>(), new List<double>(), new List<bool>(), new List<double>());
        foreach (var one in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = affinities.Of(one.User, one.Offer);

            // The base rate counts as it is: learned where all rates are nearly one, as in a shop without categories, its weight could be any, and the next
            // weeks' rates would then be multiplied to anything.
            known.Add(row[0]);
            rows.Add(row[1..]);
            taken.Add(one.IsTaken);
            weights.Add(one.Weight);
        }

        var responses = taken.Count(one => one);
        if (responses < LeastResponses || responses == taken.Count)
        {
            return null;
        }

        var fit = LogisticRegression.Fit(rows, taken, weights, Ridge, known);
        return new ResponseCurve(Math.Round(fit.Intercept, 6), [1, .. fit.Weights.Select(weight => Math.Round(weight, 6))], rows.Count, responses);
    }
}
