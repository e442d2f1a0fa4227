using BundleFunctions.Ranking;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Ranking;

namespace BundleFunctions.Training.Tests.Ranking;

public sealed class RankingContestTests
{
    private static readonly TrainingContext Context = new(Threads: 2, Seed: 1);
    private static readonly RankingData Learn = PlantedOrders.Make(600, seed: 1);
    private static readonly RankingData Validation = PlantedOrders.Make(300, seed: 2);
    private static readonly RankingData Test = PlantedOrders.Make(300, seed: 3);

    [Fact]
    public void Run_TruthThatALineKnows_PromotesTheLinearOrder()
    {
        var result = Run([new LinearRankerTrainer()]);

        result.Gate.Decision.ShouldBe("promote");
        result.Ranker.ShouldBeOfType<LinearRanker>();
        result.Figures.Select(figures => figures.Name).ShouldBe([RankingContest.Published, "linear"]);
        result.Figures[1].Mean.ShouldBeGreaterThan(result.Figures[0].Mean + 0.05);
    }

    [Fact]
    public void Train_PlantedTruth_WeighsWhatItFollowsFrom()
    {
        var ranker = (LinearRanker)new LinearRankerTrainer().Train(Learn, Context, default);

        double Weight(string name) => ranker.Weights[ranker.Features.ToList().IndexOf(name)];
        Weight("evidence.confidence").ShouldBeInRange(1.5, 3.5);
        Weight("relation.complement").ShouldBeInRange(0.8, 2.5);
        Math.Abs(Weight("brand.same")).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Run_NothingToLearn_HoldsThePublishedOrder()
    {
        var result = new RankingContest([new LinearRankerTrainer()], new GateOptions(), Context).Run(Shuffled(Learn, 1), Shuffled(Validation, 2), Shuffled(Test, 3), null, default);

        result.Ranker.ShouldBeNull();
        result.Gate.Decision.ShouldBe("hold");
    }

    [Fact]
    public void Run_OrderThatIsBadOnPurpose_NeverServes()
    {
        var result = Run([new Backwards()]);

        result.Ranker.ShouldBeNull();
        result.Figures[1].Mean.ShouldBeLessThan(result.Figures[0].Mean);
    }

    [Fact]
    public void Run_OneThatFailsAndOneThatIsNotFinite_AreNamedAndCostTheOthersNothing()
    {
        var result = Run([new LinearRankerTrainer(), new Failing("missing", new UntrainedException("its library is not here")), new Failing("wild", new DivergedException("not finite"))]);

        result.Ranker!.Method.ShouldBe("linear");
        result.Failures["missing"].ShouldContain("not here");
        result.Failures["wild"].ShouldContain("not finite");
    }

    [Fact]
    public void Run_FewAnswers_HoldsThePublishedOrderAndSaysHowFew()
    {
        var few = PlantedOrders.Make(99, seed: 4);

        var result = new RankingContest([new LinearRankerTrainer()], new GateOptions(), Context).Run(Learn, few, Test, null, default);

        result.Ranker.ShouldBeNull();
        result.Gate.Reasons[0].ShouldContain("99 to choose by");
    }

    [Fact]
    public void Run_OrderThatServesAlready_IsTheMeasureAndStaysWhereNothingIsBetter()
    {
        var result = new RankingContest([new LinearRankerTrainer()], new GateOptions(), Context).Run(Learn, Validation, Test, "linear", default);

        result.Ranker!.Method.ShouldBe("linear");
        result.Gate.Decision.ShouldBe("hold");
        result.Gate.Champion.ShouldBe("linear");
    }

    [Fact]
    public void Run_ChampionThatCannotBeLearnedHere_IsTold()
    {
        var result = new RankingContest([new LinearRankerTrainer()], new GateOptions(), Context).Run(Learn, Validation, Test, "fasttree", default);

        result.Gate.Reasons.ShouldContain(reason => reason.Contains("fasttree order served, which cannot be learned here", StringComparison.Ordinal));
        result.Ranker!.Method.ShouldBe("linear");
    }

    [Fact]
    public void Run_OrderThatShowsOneBundleToAll_IsStoppedByTheGuardrails()
    {
        // Everybody takes the one bundle that stands everywhere: naming it is right, and a collapse.
        static RankingData Collapse(ulong seed)
        {
            var random = Numerics.Randomness.SeededRandom.ForStream(seed, "collapse");
            var groups = Enumerable.Range(0, 300).Select(g =>
            {
                var features = new float[10 * RankingFeatures.Count];
                var hit = 4 + random.NextInt32(6);
                for (var row = 0; row < 10; row++)
                {
                    features[(row * RankingFeatures.Count) + RankingFeatures.PlaceOf("evidence.rest")] = row >= 4 ? 1 : 0;
                }

                // The first four differ from answer to answer; the other six are the same ones.
                return new RankingGroup(features, [.. Enumerable.Range(0, 10).Select(row => row == hit)], [.. Enumerable.Range(0, 10).Select(row => row < 4 ? 6 + (((g * 4) + row) % 400) : row - 4)], new bool[10]);
            });
            return new RankingData([.. groups], 406);
        }

        var result = new RankingContest([new LinearRankerTrainer()], new GateOptions(), Context).Run(Collapse(1), Collapse(2), Collapse(3), null, default);

        result.Figures[1].Mean.ShouldBeGreaterThan(result.Figures[0].Mean);
        result.Ranker.ShouldBeNull();
        result.Gate.Decision.ShouldBe("refuse");
    }

    [Fact]
    public void Train_Twice_GivesTheSameBytes()
    {
        static byte[] Bytes()
        {
            using var file = new MemoryStream();
            RankerFile.Write(new LinearRankerTrainer().Train(Learn, Context, default), file);
            return file.ToArray();
        }

        Bytes().ShouldBe(Bytes());
    }

    private static RankingResult Run(IReadOnlyList<IRankerTrainer> trainers) =>
        new RankingContest(trainers, new GateOptions(), Context).Run(Learn, Validation, Test, champion: null, default);

    // The same bundles, of which any were taken, those that stand first a little more often.
    private static RankingData Shuffled(RankingData data, ulong seed)
    {
        var random = Numerics.Randomness.SeededRandom.ForStream(seed, "nothing");
        return new RankingData([.. data.Groups.Select(group =>
        {
            var features = Enumerable.Range(0, group.Rows).SelectMany(row => group[row].ToArray()).ToArray();
            var taken = Math.Min(random.NextInt32(group.Rows), random.NextInt32(group.Rows));
            return new RankingGroup(features, [.. Enumerable.Range(0, group.Rows).Select(row => row == taken)], group.Bundles.ToArray(), new bool[group.Rows]);
        })], data.Bundles);
    }

    private sealed class Backwards : IRankerTrainer
    {
        public string Name => "backwards";

        public int Complexity => 1;

        public BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken) =>
            new LinearRanker(Name, ["evidence.confidence"], [-1], [0]);
    }

    private sealed class Failing(string name, Exception failure) : IRankerTrainer
    {
        public string Name => name;

        public int Complexity => 5;

        public BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken) => throw failure;
    }
}
