using BundleFunctions.Baskets;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Tests.Models;
using BundleFunctions.Training.Users;

namespace BundleFunctions.Training.Tests.Users;

public sealed class UserRecommenderTests
{
    private static readonly string[][] Pairs = [["cup-1", "saucer-1"], ["cup-2", "saucer-2"], ["cup-3", "saucer-3"]];

    // Ten users buy every pair; the last two know half of one.
    private static readonly Basket[] Orders =
    [
        .. Enumerable.Range(0, 30).Select(order => Order(order, order % 10, Pairs[order % 3])),
        Order(30, 90, "cup-1"), Order(31, 90, "cup-1"), Order(32, 90, "cup-2"), Order(33, 91, "cup-3"),
    ];

    [Fact]
    public void Recommend_EnoughOrders_NamesWhatGoesWithThePastAndNothingOwned()
    {
        var users = Recommend(new UserOptions { MinUserOrders = 3 }, threads: 1);

        var known = users.Single(user => user.User == User(90));
        known.Products.Take(2).Select(product => product.Product.Value).ShouldBe(["saucer-1", "saucer-2"], ignoreOrder: true);
        known.Owned.Select(product => product.Value).ShouldBe(["cup-2", "cup-1"]);
        users.ShouldNotContain(user => user.User == User(91));
        users.Select(user => user.User).ShouldBeInOrder();
        users.ShouldAllBe(user => !user.Products.Any(product => user.Owned.Contains(product.Product)));
    }

    [Fact]
    public void Recommend_AnyNumberOfThreads_SaysTheSame() =>
        Recommend(new UserOptions(), threads: 4).Select(Text).ShouldBe(Recommend(new UserOptions(), threads: 1).Select(Text));

    [Fact]
    public void Recommend_Bounds_KeepTheNewestUsersAndTheBestProducts()
    {
        Recommend(new UserOptions { MinUserOrders = 1, MaxUsers = 1 }, threads: 1).Single().User.ShouldBe(User(91));
        Recommend(new UserOptions { ProductsPerUser = 1 }, threads: 1).ShouldAllBe(user => user.Products.Count == 1);
        Recommend(new UserOptions { MaxUsers = 0 }, threads: 1).ShouldBeEmpty();
    }

    private static string Text(UserRecommendation user) => $"{user.User} {string.Join(' ', user.Products)}";

    private static IReadOnlyList<UserRecommendation> Recommend(UserOptions options, int threads)
    {
        var baskets = EncodedBaskets.Of(Orders);
        int[][] rows = [.. Enumerable.Range(0, baskets.Rows.Count).Select(row => baskets.Rows[row].ToArray())];
        var model = new ItemKnnTrainer(new ItemKnnOptions()).Train(Checkerboard.Of(rows, baskets.Products.Count), new TrainingContext(1, 1), CancellationToken.None);
        return new UserRecommender(options, threads).Recommend(Orders, baskets, model, CancellationToken.None);
    }

    private static Pseudonym User(int number) => Identifier.Parse<Pseudonym>(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));

    private static Basket Order(int number, int user, params string[] products) => new(
        OrderKey.Of(User(number)), User(user), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number), [.. products.Select(Identifier.Parse<ProductId>)]);
}
