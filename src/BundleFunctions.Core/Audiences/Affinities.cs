using BundleFunctions.Catalogue;
using BundleFunctions.Profiles;
using BundleFunctions.Segments;

namespace BundleFunctions.Audiences;

/// <summary>What speaks for a user's taking an offer, as numbers.</summary>
/// <remarks>In this order: log-odds of the offer's base rate; <c>ln((share + c) / (mean + c))</c> of the user's interest in its category, top category and brand, c
/// being 0.02; the distance of price levels, negative; whether it was looked at lately; how alike it is to what was; <c>-ln(1 + days since last seen)</c>;
/// <c>ln(1 + orders)</c>. Of a bundle the mean over its products. Not thread-safe.</remarks>
/// <param name="catalogue">What the catalogue says.</param>
/// <param name="means">What users care for on average.</param>
/// <param name="asOf">The day from which is counted how long ago something was.</param>
public sealed class Affinities(CatalogueSnapshot catalogue, AffinityMeans means, DateOnly asOf)
{
    /// <summary>Numbers of one row.</summary>
    public const int Count = 9;

    private const double Calm = 0.02;

    private readonly PriceLevels _levels = new(catalogue);
    private readonly ContentLikeness _likeness = new(catalogue);

    /// <summary>The row of a user and an offer; finite, to six decimals.</summary>
    public double[] Of(UserProfile user, Offered offer)
    {
        var row = new double[Count];
        row[0] = Math.Log(offer.BaseRate / (1 - offer.BaseRate));
        foreach (var product in offer.Products)
        {
            if (product.Categories is [var path, ..])
            {
                var top = ProfileFacts.TopOf(path);
                row[1] += Lift(ShareOf(user.Categories, path), means.Categories.GetValueOrDefault(path));
                row[2] += Lift(user.Categories.Where(interest => string.Equals(ProfileFacts.TopOf(interest.Name), top, StringComparison.Ordinal)).Sum(interest => interest.Share), means.Tops.GetValueOrDefault(top));
            }

            row[3] += product.Brand is { } brand ? Lift(ShareOf(user.Brands, brand), means.Brands.GetValueOrDefault(brand)) : 0;
            row[4] -= Math.Abs((user.PriceLevel ?? 0.5) - (_levels.Of(product.ProductId) ?? 0.5));
            row[5] += !offer.IsFresh && user.LastProducts.Contains(product.ProductId) ? 1 : 0;
            row[6] += user.LastProducts.Where(last => last != product.ProductId).Select(last => _likeness.Of(product, last)).DefaultIfEmpty(0).Max();
        }

        for (var i = 1; i <= 6; i++)
        {
            row[i] /= offer.Products.Count;
        }

        row[7] = -Math.Log(1 + Math.Max(0, asOf.DayNumber - user.LastSeen.DayNumber));
        row[8] = Math.Log(1 + user.Orders);
        for (var i = 0; i < Count; i++)
        {
            row[i] = Math.Round(row[i], 6);
        }

        return row;
    }

    private static double Lift(double share, double mean) => Math.Log((share + Calm) / (mean + Calm));

    private static double ShareOf(IReadOnlyList<Interest> interests, string name) =>
        interests.FirstOrDefault(interest => string.Equals(interest.Name, name, StringComparison.Ordinal))?.Share ?? 0;
}
