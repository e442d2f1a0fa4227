using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.NextBasket;

namespace BundleFunctions.Training.Tests.Models.Blend;

public sealed class BlendTests : RecommenderContract
{
    private const int Halves = 60;

    protected override IRecommenderTrainer Trainer { get; } =
        new BlendTrainer([new UpCfTrainer(new UpCfOptions { Neighbours = 30, OwnWeight = 0 }), new ContentTrainer(new ContentOptions())], new BlendOptions());

    [Fact]
    public void Train_EachPartKnowsHalfOfTheItems_AnswersForAll()
    {
        // Even pairs of the lower half are bought together and have no texts; those of the upper half have texts, but every row of them is unlike all others.
        var (data, cases) = HalfAndHalf();
        var parts = new IRecommenderTrainer[] { new UpCfTrainer(new UpCfOptions { OwnWeight = 0 }), new ContentTrainer(new ContentOptions()) };
        var task = new RankingTask("halves", data, cases);
        double HitRate(IRecommenderTrainer trainer) => Ranker.Rank(trainer.Train(data, Context, CancellationToken.None), task, 1, 2, CancellationToken.None)
            .Average(answer => answer.Ranks[0] <= 3 ? 1.0 : 0);
        var alone = parts.Select(HitRate).ToArray();
        var together = HitRate(new BlendTrainer(parts, new BlendOptions()));
        alone.Max().ShouldBeLessThan(0.7);
        together.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Train_OnePartIsNoise_IsNoWorseThanTheOther()
    {
        var data = PlantedPairs.Data(40);
        var cases = Enumerable.Range(0, 40).Select(item => new RankingCase(new Query([item]), [item ^ 1])).ToArray();
        var task = new RankingTask("pairs", data, cases);
        double Gain(IRecommender model)
        {
            var metric = new Ndcg(10);
            var answers = Ranker.Rank(model, task, 10, 2, CancellationToken.None);
            return answers.Select((answer, i) => metric.Of(cases[i], answer)!.Value).Average();
        }

        // Texts that mean nothing: every item's words are drawn by chance.
        var random = new SeededRandom(3);
        var noisy = data with { Content = [.. Enumerable.Range(0, 40).Select(_ => ItemContent.Of($"w{random.NextInt32(9)} w{random.NextInt32(9)}"))] };
        var good = new UpCfTrainer(new UpCfOptions { OwnWeight = 0 });
        var blend = new BlendTrainer([new ContentTrainer(new ContentOptions()), good], new BlendOptions()).Train(noisy, Context, CancellationToken.None);
        Gain(blend).ShouldBeGreaterThanOrEqualTo(Gain(good.Train(noisy, Context, CancellationToken.None)) - 0.02);
    }

    [Fact]
    public void Save_ABlendOfABlend_LoadsAlike()
    {
        var trainer = new BlendTrainer([Trainer, new UpCfTrainer(new UpCfOptions())], new BlendOptions());
        var model = trainer.Train(Checkerboard.Data, Context, CancellationToken.None);
        Scores(trainer.Load(model.Save()), Checkerboard.Queries).ShouldBe(Scores(model, Checkerboard.Queries));
    }

    private static (TrainingData Data, RankingCase[] Cases) HalfAndHalf()
    {
        var random = new SeededRandom(5);
        var rows = Enumerable.Range(0, 1200).Select(row =>
        {
            // Lower half: pairs as such. Upper half: the pair's two items stand in a row so rarely that nobody else's row holds either.
            var pair = row % 2 == 0 ? random.NextInt32(Halves / 2) : (Halves / 2) + (row / 2 % 600);
            return new[] { 2 * pair, (2 * pair) + 1 };
        }).ToArray();
        var items = Halves + 1200;
        var content = Enumerable.Range(0, items).Select(item => item < Halves ? ItemContent.Unknown : ItemContent.Of($"set{item / 2}")).ToArray();
        var cases = Enumerable.Range(0, 200).Select(i =>
        {
            // The upper half is asked for pairs that no row holds: their texts alone tell.
            var item = i % 2 == 0 ? i % Halves : Halves + 2 * (i / 2);
            return new RankingCase(new Query([item]), [item ^ 1]);
        }).ToArray();
        return (Checkerboard.Of([.. rows.Where((row, i) => i % 2 == 0 || row[0] >= Halves + 200)], items) with { Content = content }, cases);
    }
}
