using BundleFunctions.Audiences;
using BundleFunctions.Catalogue;
using BundleFunctions.Training.Audiences;
using Xunit.Abstractions;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>What is expected of users against what they did: learned of the demo shop's eighth to fifth last weeks, and held to its last four, which nothing was
/// learned from.</summary>
public sealed class ResponseLearnerTests(DemoShopLake lake, ITestOutputHelper output) : IClassFixture<DemoShopLake>
{
    [Fact]
    public async Task Learn_HeldOutWeeks_ExpectsWhatUsersDid()
    {
        var week = await HeldOutAsync();

        Calibrated("products", week.Products(week.Model.Products, product => new Offered([product], week.Rates.Of(product))));
        Calibrated("new products", week.Products(week.Model.Fresh, product => new Offered([product], week.Rates.OfFresh(product), IsFresh: true)));
        Calibrated("bundles", week.Bundles(lake.Shop.Truth.Bundles.Select(bundle => (bundle.Anchor, bundle.Members[0].ProductId))));
    }

    [Fact]
    public async Task Learn_FewResponses_IsNone()
    {
        var catalogue = await lake.CatalogueAsync();
        var (baskets, profiles) = await lake.ReadAsync(lake.End.AddDays(-28));

        new ResponseLearner(7).Learn(profiles, [.. baskets.Where(basket => basket.At < lake.End.AddDays(-28))], lake.End.AddDays(-28), catalogue, default).ShouldBeNull();
        new ResponseLearner(7).Learn([], baskets, lake.End.AddDays(-28), catalogue, default).ShouldBeNull();
    }

    private async Task<HeldOut> HeldOutAsync()
    {
        var cut = lake.End.AddDays(-ResponseModel.Days);
        var catalogue = await lake.CatalogueAsync();
        var (baskets, earlier) = await lake.ReadAsync(cut.AddDays(-ResponseModel.Days));
        var (_, now) = await lake.ReadAsync(cut);
        var past = baskets.Where(basket => basket.At < cut).ToList();
        var model = new ResponseLearner(7).Learn(earlier, past, cut.AddDays(-ResponseModel.Days), catalogue, default).ShouldNotBeNull();
        model.AsOf.ShouldBe(DateOnly.FromDateTime(cut.UtcDateTime));
        return new HeldOut(model, new ResponseHistory(now, baskets, cut), new OfferRates(past, cut, now.Count, catalogue), catalogue, DateOnly.FromDateTime(cut.UtcDateTime));
    }

    // All together within a third, each half of what is expected within a half; and the tenth that most is expected of did most.
    private void Calibrated(string what, IEnumerable<(double Expected, bool Seen)> pairs)
    {
        var ordered = pairs.OrderBy(pair => pair.Expected).ToList();
        var (expected, seen) = (ordered.Sum(pair => pair.Expected), ordered.Count(pair => pair.Seen));
        var best = ordered[^(ordered.Count / 10)..];
        var (bestExpected, bestSeen) = (best.Sum(pair => pair.Expected), best.Count(pair => pair.Seen));
        output.WriteLine($"{what}: of {ordered.Count} pairs {expected:F1} expected, {seen} seen; of the best tenth {bestExpected:F1} and {bestSeen}");

        seen.ShouldBeGreaterThan(100);
        (seen / expected).ShouldBeInRange(0.67, 1.5, what);
        (bestSeen / bestExpected).ShouldBeInRange(0.6, 1.67, what);
        ((seen - bestSeen) / (expected - bestExpected)).ShouldBeInRange(0.5, 1.67, what);
        ((double)bestSeen / seen).ShouldBeGreaterThan(0.3, what);
    }

    private sealed record HeldOut(ResponseModel Model, ResponseHistory History, OfferRates Rates, CatalogueSnapshot Catalogue, DateOnly Day)
    {
        private readonly Affinities _affinities = new(Catalogue, Model.Means, Day);

        /// <summary>Every eleventh product and every user who did not own it.</summary>
        public IEnumerable<(double Expected, bool Seen)> Products(ResponseCurve curve, Func<Product, Offered> make)
        {
            for (var i = 0; i < Catalogue.Products.Count; i += 11)
            {
                var (product, offer) = (Catalogue.Products[i].ProductId, make(Catalogue.Products[i]));
                foreach (var user in History.Users.Where(user => !History.OwnedBy(user).Contains(product)))
                {
                    yield return (curve.Chance(_affinities.Of(user, offer)), History.BoughtBy(user).Contains(product));
                }
            }
        }

        public IEnumerable<(double Expected, bool Seen)> Bundles(IEnumerable<(ProductId One, ProductId Other)> pairs)
        {
            foreach (var (one, other) in pairs)
            {
                Product[] products = [Catalogue.Find(one)!, Catalogue.Find(other)!];
                var offer = new Offered(products, Rates.OfBundle(products));
                foreach (var user in History.Users.Where(user => !History.OwnedBy(user).IsSupersetOf([one, other])))
                {
                    yield return (Model.Bundles.ShouldNotBeNull().Chance(_affinities.Of(user, offer)), History.BoughtTogether(user, one, other));
                }
            }
        }
    }
}
