using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Pricing;

namespace BundleFunctions.Training.Tests.Pricing;

/// <summary>Price histories of products whose elasticities are known: categories around the shop, products around their category.</summary>
internal sealed class SimulatedShop
{
    public const double Mean = -2.2;
    public const double CategorySd = 0.6;
    public const double ProductSd = 0.5;

    public SimulatedShop(ulong seed, int categories = 8, int products = 12, int days = 150)
    {
        var random = SeededRandom.ForStream(seed, "prices");
        for (var c = 0; c < categories; c++)
        {
            var category = Mean + (CategorySd * random.NextNormal());
            for (var i = 0; i < products; i++)
            {
                var elasticity = category + (ProductSd * random.NextNormal());
                Truth.Add(elasticity);
                Series.Add(History(random, $"p{c:00}-{i:00}", $"category {c:00}", elasticity, days));
            }
        }
    }

    public List<double> Truth { get; } = [];

    public List<PriceSeries> Series { get; } = [];

    public static PriceSeries History(SeededRandom random, string product, string? category, double elasticity, int days)
    {
        var list = 5 + (95 * random.NextDouble());
        var rate = 0.3 + (2.5 * random.NextDouble());
        var rows = new List<PriceDay>();
        var level = 1.0;
        for (var day = 0; day < days; day++)
        {
            // A price holds for about ten days.
            level = random.NextBool(0.1) ? 1 - (0.05 * random.NextInt32(7)) : level;
            var exposure = day % 7 >= 5 ? 1.5 : 0.8;
            var units = Poisson(random, rate * exposure * StableMath.Pow(level, elasticity));
            rows.Add(new PriceDay(day, decimal.Round((decimal)(list * level), 2), units, exposure));
        }

        return new PriceSeries(
            Identifier.Parse<ProductId>(product), category, rows, rows.Where(row => row.Units > 0).Select(row => row.UnitPrice).Distinct().Count());
    }

    // Knuth's product of uniforms; means are small.
    private static int Poisson(SeededRandom random, double mean)
    {
        var (limit, product, count) = (StableMath.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
