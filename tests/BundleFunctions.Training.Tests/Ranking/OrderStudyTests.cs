using BundleFunctions.Baskets;
using BundleFunctions.Bundling;
using BundleFunctions.Catalogue;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Ranking;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Training.Tests.Ranking;

/// <summary>A shop of ten products with four companions each: bought the more often the dearer they are, and, where people are shown bundles, clicked the
/// more often the cheaper they are.</summary>
public sealed class OrderStudyTests
{
    private const int Orders = 4000;
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Run_PastOrdersThatThePublishedOrderKnows_HoldsIt()
    {
        var result = Run([], threads: 2)!;

        result.Ranker.ShouldBeNull();
        result.Gate.Decision.ShouldBe("hold");
        result.Figures[0].Ndcg.Count.ShouldBeGreaterThan(150);
        result.Figures.ShouldAllBe(figures => figures.Mean > 0.6 && figures.Mean < 1);
    }

    [Fact]
    public void Run_PeopleWhoTakeTheCheapest_LearnsFromWhatTheySawAndTook()
    {
        var result = Run(Shown(), threads: 2)!;

        result.Gate.Decision.ShouldBe("promote");
        result.Ranker.ShouldNotBeNull();
        result.Figures[0].Ndcg.Count.ShouldBeInRange(150, 250);
        result.Figures[1].Mean.ShouldBeGreaterThan(result.Figures[0].Mean + 0.2);
    }

    [Fact]
    public void Run_AnyThreads_LearnsTheSameBytes() => Bytes(Run(Shown(), threads: 1)!).ShouldBe(Bytes(Run(Shown(), threads: 8)!));

    [Fact]
    public void Run_NoOrdersOrNoCatalogue_LearnsNothing()
    {
        var baskets = EncodedBaskets.Of([]);
        var log = ShopLog.Of(baskets, null);

        new OrderStudy(new TrainingOptions(), [new LinearRankerTrainer()]).Run(
            new ShopData(Shop, new BasketBuilder().Build(), null, null, null, Start), baskets, log, Model(log), default).ShouldBeNull();
    }

    private static RankingResult? Run(IReadOnlyList<ShownAnswer> shown, int threads)
    {
        var builder = new BasketBuilder();
        for (var i = 0; i < Orders; i++)
        {
            builder.Add(Order(i));
        }

        var catalogue = new CatalogueSnapshot("any", isDerived: false, Enumerable.Range(0, 10).SelectMany(a => (Product[])[Item($"a{a}", 100), .. Enumerable.Range(0, 4).Select(k => Item($"r{a}-{k}", 80 - (20 * k)))]));
        var data = new ShopData(Shop, builder.Build(), catalogue, null, null, Start.AddMinutes(Orders)) { Shown = shown };
        var baskets = EncodedBaskets.Of(data.Baskets.Baskets);
        var log = ShopLog.Of(baskets, catalogue);
        return new OrderStudy(new TrainingOptions { Threads = threads }, [new LinearRankerTrainer()]).Run(data, baskets, log, Model(log), default);
    }

    private static Contestant Model(InteractionLog log) => DefaultSet.Create(["co-occurrence"], ShopSize.Of(log))[0];

    private static ShopEvent Order(int number)
    {
        var random = SeededRandom.ForStream(7, "orders", (ulong)number);
        var anchor = random.NextInt32(10);
        var companion = random.NextInt32(10) switch { < 4 => 0, < 7 => 1, < 9 => 2, _ => 3 };
        return new ShopEvent
        {
            EventId = Identifier.Parse<EventId>($"e{number}"),
            Type = EventType.Purchase,
            OccurredAt = Start.AddMinutes(number),
            Order = Identifier.Parse<Pseudonym>(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            Items = [new EventItem(Id($"a{anchor}"), 1), new EventItem(Id($"r{anchor}-{companion}"), 1)],
        };
    }

    private static ShownAnswer[] Shown() =>
    [
        .. Enumerable.Range(0, Orders / 2).Select(i =>
        {
            var random = SeededRandom.ForStream(8, "shown", (ulong)i);
            var anchor = random.NextInt32(10);
            var bundles = Enumerable.Range(0, 4).Select(k => BundleNaming.NameOf([(Id($"a{anchor}"), 1), (Id($"r{anchor}-{k}"), 1)])).ToArray();
            return new ShownAnswer(Start.AddMinutes(2 * i), [.. bundles.Order()], new HashSet<BundleId> { bundles[random.NextInt32(10) < 8 ? 3 : random.NextInt32(4)] });
        }),
    ];

    private static byte[] Bytes(RankingResult result)
    {
        using var file = new MemoryStream();
        RankerFile.Write(result.Ranker!, file);
        return file.ToArray();
    }

    private static Product Item(string id, decimal price) => new() { ProductId = Id(id), Title = id, Price = price, Currency = "EUR" };

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);
}
