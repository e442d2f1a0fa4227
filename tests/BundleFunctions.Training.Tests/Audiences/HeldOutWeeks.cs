using BundleFunctions.Audiences;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Profiles;
using BundleFunctions.Training.Audiences;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>Four weeks that nothing was learned from, with a model of the four weeks before them: what it expects of each user and offer, and what came.</summary>
internal sealed class HeldOutWeeks
{
    private readonly ResponseModel _model;
    private readonly ResponseHistory _history;
    private readonly OfferRates _rates;
    private readonly CatalogueSnapshot _catalogue;
    private readonly Affinities _affinities;

    private HeldOutWeeks(ResponseModel model, ResponseHistory history, OfferRates rates, CatalogueSnapshot catalogue, DateOnly day) =>
        (_model, _history, _rates, _catalogue, _affinities) = (model, history, rates, catalogue, new Affinities(catalogue, model.Means, day));

    /// <param name="baskets">All orders.</param>
    /// <param name="earlier">Profiles as they were four weeks before <paramref name="cut"/>.</param>
    /// <param name="now">Profiles as they were at <paramref name="cut"/>.</param>
    /// <param name="cut">The moment after which nothing is known.</param>
    /// <param name="catalogue">What is offered.</param>
    public static HeldOutWeeks Learn(
        IReadOnlyList<Basket> baskets, IReadOnlyList<UserProfile> earlier, IReadOnlyList<UserProfile> now, DateTimeOffset cut, CatalogueSnapshot catalogue)
    {
        var past = baskets.Where(basket => basket.At < cut).ToList();
        var model = new ResponseLearner(7).Learn(earlier, past, cut.AddDays(-ResponseModel.Days), catalogue, default).ShouldNotBeNull();
        var day = DateOnly.FromDateTime(cut.UtcDateTime);
        model.AsOf.ShouldBe(day);
        return new HeldOutWeeks(model, new ResponseHistory(now, baskets, cut), new OfferRates(past, cut, now.Count, catalogue), catalogue, day);
    }

    /// <summary>Some products and every user who did not own it.</summary>
    /// <param name="each">One of so many products.</param>
    public IEnumerable<(double Expected, bool Seen)> Products(int each) => Products(each, _model.Products, product => new Offered([product], _rates.Of(product)));

    /// <summary>The same, as if nobody had bought them yet.</summary>
    public IEnumerable<(double Expected, bool Seen)> Fresh(int each) => Products(each, _model.Fresh, product => new Offered([product], _rates.OfFresh(product), IsFresh: true));

    /// <summary>Pairs of products and every user who did not own both.</summary>
    public IEnumerable<(double Expected, bool Seen)> Bundles(IEnumerable<(ProductId One, ProductId Other)> pairs)
    {
        foreach (var (one, other) in pairs)
        {
            Product[] products = [_catalogue.Find(one)!, _catalogue.Find(other)!];
            var offer = new Offered(products, _rates.OfBundle(products));
            foreach (var user in _history.Users.Where(user => !_history.OwnedBy(user).IsSupersetOf([one, other])))
            {
                yield return (_model.Bundles.ShouldNotBeNull().Chance(_affinities.Of(user, offer)), _history.BoughtTogether(user, one, other));
            }
        }
    }

    private IEnumerable<(double Expected, bool Seen)> Products(int each, ResponseCurve curve, Func<Product, Offered> make)
    {
        for (var i = 0; i < _catalogue.Products.Count; i += each)
        {
            var (product, offer) = (_catalogue.Products[i].ProductId, make(_catalogue.Products[i]));
            foreach (var user in _history.Users.Where(user => !_history.OwnedBy(user).Contains(product)))
            {
                yield return (curve.Chance(_affinities.Of(user, offer)), _history.BoughtBy(user).Contains(product));
            }
        }
    }
}
