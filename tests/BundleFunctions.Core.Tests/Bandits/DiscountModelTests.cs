using System.Text.Json;
using BundleFunctions.Bandits;
using BundleFunctions.Core.Tests.Experiments;
using BundleFunctions.Experiments;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Bandits;

public sealed class DiscountModelTests
{
    private static readonly double[] Shares = [0, 0.5, 1];
    private static readonly BanditOptions Options = new(DiscountShares: Shares, DiscountPolicy: BanditPolicy.LinUcb, MinImpressions: 100);

    // On carts the whole discount earns most, on product pages none does: no share is best everywhere.
    private static double EarnedBy(double share, string page) => page is AnswerPages.Cart ? 1 + share : 2 - share;

    [Fact]
    public void Choose_AWorldInWhichThePageDecides_LearnsWhatEachPageWants()
    {
        var view = View(Learn());

        Best(view, AnswerPages.Cart).ShouldBe(1);
        Best(view, AnswerPages.Product).ShouldBe(0);
        var choice = DiscountChooser.Choose(view, ExperimentAssignment.None, Context(AnswerPages.Cart));
        choice.Propensity.ShouldBeOneOf(0.05 / 3, 0.95 + (0.05 / 3));
        choice.Bucket.ShouldBeGreaterThan(0);
        DiscountChooser.Choose(view, ExperimentAssignment.None, Context(AnswerPages.Cart)).ShouldBe(choice);
    }

    [Fact]
    public void Choose_OverManyPages_EarnsMoreThanThompsonThatKnowsNoPages()
    {
        var random = new Random(3);
        var earned = new Dictionary<BanditPolicy, double>();
        foreach (var policy in new[] { BanditPolicy.LinUcb, BanditPolicy.Thompson })
        {
            var options = Options with { DiscountPolicy = policy };
            var model = DiscountModel.New(options);
            var shares = new SortedDictionary<string, ArmStatistics>(StringComparer.Ordinal);
            var total = ArmStatistics.None;
            for (var day = 0; day < 20; day++)
            {
                var table = new BanditTable(Sample.Now, total, new SortedDictionary<string, ArmStatistics>(StringComparer.Ordinal), Copy(shares)) { Discounts = model?.ToState() };
                var view = new ExperimentView(ExperimentBook.Empty with { Bandit = options }, table);
                for (var i = 0; i < 200; i++)
                {
                    var page = i % 2 == 0 ? AnswerPages.Cart : AnswerPages.Product;
                    var at = Sample.Now.AddDays(day).AddMinutes(i * 10);
                    var choice = DiscountChooser.Choose(view, ExperimentAssignment.None, Context(page, at));
                    var margin = EarnedBy(choice.Share, page) + (random.NextDouble() - 0.5);
                    var what = new ArmStatistics(1, 0, margin, margin * margin);
                    earned[policy] = earned.GetValueOrDefault(policy) + EarnedBy(choice.Share, page);
                    total += what;
                    shares[BanditTable.KeyOf(choice.Share)] = (shares.GetValueOrDefault(BanditTable.KeyOf(choice.Share)) ?? ArmStatistics.None) + what;
                    model?.Learn(choice.Share, page, at, what, 1);
                }
            }
        }

        // Of 8,000 that could be had, 6,000 are had by any one share that knows no pages.
        earned[BanditPolicy.LinUcb].ShouldBeGreaterThan(6900);
        earned[BanditPolicy.LinUcb].ShouldBeGreaterThan(earned[BanditPolicy.Thompson] + 500);
    }

    [Fact]
    public void Table_WithAModel_IsReadBackAlike()
    {
        var table = Learn();

        var read = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(table, ExperimentJson.Default.BanditTable), ExperimentJson.Default.BanditTable)!;

        read.Discounts!.Moments.ShouldBe(table.Discounts!.Moments);
        Best(View(read), AnswerPages.Cart).ShouldBe(1);
    }

    [Fact]
    public void From_OtherSharesOrABrokenState_IsNotUsed()
    {
        var state = Learn().Discounts!;

        DiscountModel.From(state, [0, 1]).ShouldBeNull();
        DiscountModel.From(state with { Gram = [1, 2] }, Shares).ShouldBeNull();
        DiscountModel.From(null, Shares).ShouldBeNull();
        DiscountModel.New(Options with { DiscountPolicy = BanditPolicy.Thompson }).ShouldBeNull();
    }

    private static BanditTable Learn()
    {
        var (random, model, total) = (new Random(1), DiscountModel.New(Options)!, ArmStatistics.None);
        for (var i = 0; i < 3000; i++)
        {
            var (share, page) = (Shares[random.Next(3)], random.Next(2) == 0 ? AnswerPages.Cart : AnswerPages.Product);
            var margin = EarnedBy(share, page) + (random.NextDouble() - 0.5);

            // Shown first, earned later, as events come.
            model.Learn(share, page, Sample.Now.AddMinutes(i), new ArmStatistics(1, 0, 0, 0), 1);
            model.Learn(share, page, Sample.Now.AddMinutes(i), new ArmStatistics(0, 0, margin, margin * margin), 1);
            total += new ArmStatistics(1, 0, margin, margin * margin);
        }

        return new BanditTable(Sample.Now, total, new SortedDictionary<string, ArmStatistics>(StringComparer.Ordinal), new SortedDictionary<string, ArmStatistics>(StringComparer.Ordinal))
        {
            Discounts = model.ToState(),
        };
    }

    // What is chosen in most of many buckets.
    private static double Best(ExperimentView view, string page) => Enumerable.Range(0, 200)
        .Select(i => DiscountChooser.Choose(view, ExperimentAssignment.None, Context(page, Sample.Now.AddHours(i))).Share)
        .GroupBy(share => share).MaxBy(group => group.Count())!.Key;

    private static SortedDictionary<string, ArmStatistics> Copy(SortedDictionary<string, ArmStatistics> shares) => new(shares, StringComparer.Ordinal);

    private static ExperimentView View(BanditTable table) => new(ExperimentBook.Empty with { Bandit = Options }, table);

    private static AnswerContext Context(string page, DateTimeOffset? at = null) => Sample.Context() with { Page = page, At = at ?? Sample.Now };
}
