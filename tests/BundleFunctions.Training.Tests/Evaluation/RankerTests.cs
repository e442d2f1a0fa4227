using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Evaluation;

public sealed class RankerTests
{
    private const int Items = 60;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Rank_RandomScoresWithTies_EqualsSortingEverything(bool repeatsCount, bool someMayNotBeRecommended)
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var task = RandomTask(seed, cases: 20, repeatsCount, someMayNotBeRecommended);
            var ranked = Ranker.Rank(Coarse, task, depth: 7, threads: 2, CancellationToken.None);
            for (var i = 0; i < ranked.Length; i++)
            {
                var (query, relevant) = task.Cases[i];
                var sorted = Enumerable.Range(0, Items)
                    .Where(item => (repeatsCount || !query.Items.Contains(item)) && (!someMayNotBeRecommended || task.Candidates[item]))
                    .OrderByDescending(item => CoarseScore(query, item)).ThenByDescending(item => task.Popularity[item]).ThenBy(item => item)
                    .ToList();
                ranked[i].Top.ShouldBe(sorted.Take(7));
                ranked[i].Scores.ShouldBe(sorted.Take(7).Select(item => CoarseScore(query, item)));
                ranked[i].Ranks.ShouldBe(relevant.Select(item => sorted.IndexOf(item) is var at and >= 0 ? at + 1 : int.MaxValue));
            }
        }
    }

    [Fact]
    public void Rank_OneTwoEightThreads_SameAnswer()
    {
        var task = RandomTask(5, cases: 1000, repeatsCount: false, someMayNotBeRecommended: false);
        var expected = Flat(Ranker.Rank(Coarse, task, 10, 1, CancellationToken.None));
        Flat(Ranker.Rank(Coarse, task, 10, 2, CancellationToken.None)).ShouldBe(expected);
        Flat(Ranker.Rank(Coarse, task, 10, 8, CancellationToken.None)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Rank_AScoreThatIsNotFinite_RefusesAndNamesModelAndCase(float score)
    {
        var task = RandomTask(5, cases: 900, repeatsCount: false, someMayNotBeRecommended: false);
        var model = new FormulaModel(Items, (query, item) => query.Row >= 700 && item == 31 ? score : 1, "broken");
        var refusal = Should.Throw<UnrankableException>(() => Ranker.Rank(model, task, 10, 4, CancellationToken.None));
        (refusal.Model, refusal.CaseIndex).ShouldBe(("broken", 700));
        refusal.Message.ShouldContain("broken gives item 31");
    }

    [Fact]
    public void Rank_AModelOfOtherItems_Refuses() =>
        Should.Throw<UnrankableException>(() => Ranker.Rank(
            new FormulaModel(Items + 1, (_, _) => 0), RandomTask(1, 3, repeatsCount: false, someMayNotBeRecommended: false), 1, 1, CancellationToken.None));

    [Fact]
    public void Rank_ACaseThatAsksForWhatItsQueryHolds_Refuses()
    {
        var task = new RankingTask("leaky", Checkerboard.Data, [new RankingCase(new Query([1, 2]), [2])]);
        Should.Throw<ArgumentException>(() => Ranker.Rank(new FormulaModel(50, (_, _) => 0), task, 1, 1, CancellationToken.None))
            .Message.ShouldContain("Case 0 of task leaky asks for an item that its query holds");
        Ranker.Rank(new FormulaModel(50, (_, _) => 0), task with { RepeatsCount = true }, 1, 1, CancellationToken.None).Length.ShouldBe(1);
    }

    private static FormulaModel Coarse => new(Items, CoarseScore);

    // Few different values, both zeros and negatives among them: nearly everything is a tie.
    private static float CoarseScore(Query query, int item)
    {
        var drawn = (int)(SplitMix64.DeriveSeed((ulong)query.Row, "score", (ulong)item) % 7);
        return drawn switch { 0 => -0f, 1 => 0f, 2 => -1.5f, 3 => -1e30f, _ => drawn };
    }

    private static RankingTask RandomTask(ulong seed, int cases, bool repeatsCount, bool someMayNotBeRecommended)
    {
        var random = new SeededRandom(seed);
        var rows = Enumerable.Range(0, 40).Select(_ => Draw(random, random.NextInt32(0, 8))).ToArray();
        return new RankingTask("random", Checkerboard.Of(rows, Items), [.. Enumerable.Range(0, cases).Select(i =>
        {
            var query = Draw(random, random.NextInt32(0, 5));
            int[] relevant = [.. Draw(random, random.NextInt32(6, 12)).Where(item => repeatsCount || !query.Contains(item))];
            return new RankingCase(new Query(query) { Row = i }, relevant);
        })])
        {
            RepeatsCount = repeatsCount,
            Candidates = someMayNotBeRecommended ? [.. Enumerable.Range(0, Items).Select(_ => random.NextBool(.6))] : [],
        };
    }

    private static int[] Draw(SeededRandom random, int count)
    {
        var all = Enumerable.Range(0, Items).ToArray();
        random.Shuffle<int>(all);
        return [.. all.Take(count).Order()];
    }

    private static List<double> Flat(RankedCase[] ranked) =>
        [.. ranked.SelectMany(answer => answer.Top.Select(item => (double)item).Concat(answer.Scores.Select(score => (double)score)).Concat(answer.Ranks.Select(rank => (double)rank)))];
}
