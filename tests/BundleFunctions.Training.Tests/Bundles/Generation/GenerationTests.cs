using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.Generation;
using BundleFunctions.Training.Bundles.Generation.Evaluation;
using BundleFunctions.Training.Bundles.Generation.Rivals;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Bundles.Generation;

public sealed class GenerationTests
{
    [Fact]
    public void Best_RandomMatrices_IsWhatAllAssignmentsGive()
    {
        var random = new SeededRandom(5);
        for (var trial = 0; trial < 200; trial++)
        {
            var values = new double[random.NextInt32(1, 5), random.NextInt32(1, 5)];
            for (var i = 0; i < values.GetLength(0); i++)
            {
                for (var j = 0; j < values.GetLength(1); j++)
                {
                    values[i, j] = random.NextDouble();
                }
            }

            Assignment.Best(values).ShouldBe(BruteForce(values, 0, 0), 1e-9);
        }

        static double BruteForce(double[,] values, int row, int used)
        {
            if (row == values.GetLength(0))
            {
                return 0;
            }

            // With more rows than columns some rows stay empty.
            var best = values.GetLength(0) > values.GetLength(1) ? BruteForce(values, row + 1, used) : double.NegativeInfinity;
            for (var j = 0; j < values.GetLength(1); j++)
            {
                if ((used >> j & 1) == 0)
                {
                    best = Math.Max(best, values[row, j] + BruteForce(values, row + 1, used | 1 << j));
                }
            }

            return best;
        }
    }

    [Fact]
    public void Score_KnownAnswers_AreAsCounted()
    {
        var truth = new[] { new[] { 1, 2, 3 }, [4, 5] };

        GenerationScore.Of([], truth).ShouldBe(default);
        GenerationScore.Of([[3, 2, 1], [4, 5], [5, 4]], truth).ShouldBe(new GenerationScore(1, 1, 1));
        var half = GenerationScore.Of([[1, 2], [4, 5]], truth);
        half.ExactF1.ShouldBe(0.5);
        half.Jaccard.ShouldBe((2.0 / 3 + 1) / 2, 1e-12);
        half.PairF1.ShouldBe(2.0 * 2 / (2 + 4), 1e-12);

        // One set with everything in it: what "a part of a bundle is a hit" would reward.
        var whole = GenerationScore.Of([[1, 2, 3, 4, 5]], truth);
        (whole.ExactF1, whole.PairF1).ShouldBe((0, 2.0 * 4 / (10 + 4)));
    }

    [Fact]
    public void Generate_SessionsOfTwoThemes_AreTakenApart()
    {
        var (sessions, content) = Themes(120);
        var features = new PairFeatures(content);
        var bundler = new SessionBundlerTrainer(features, new SessionBundlerOptions()).Train(sessions[..80]);

        var results = new GenerationComparison(100, seed: 1).Run([(sessions[80..], [("ours", bundler), ("whole", new WholeSession())])]);

        results[0].ExactF1.Mean.ShouldBeGreaterThan(0.9);
        results[1].ExactF1.Mean.ShouldBeLessThan(0.3);
        bundler.Generate([]).ShouldBeEmpty();
        bundler.Generate([3]).ShouldBeEmpty();
        bundler.Generate([.. Enumerable.Range(0, 25)]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Train_TheSameSessions_GiveTheSameBundles()
    {
        var (sessions, content) = Themes(60);
        var features = new PairFeatures(content);
        var (one, other) = (Trained(), Trained());

        foreach (var session in sessions)
        {
            one.Generate(session.Items).ShouldBe(other.Generate(session.Items));
        }

        SessionBundler Trained() => new SessionBundlerTrainer(features, new SessionBundlerOptions()).Train(sessions);
    }

    [Fact]
    public void Train_TitlesTakenFromItemsOutsideOfBundles_ChangesNothingLearned()
    {
        // Known and unknown items must differ in nothing that is learned: the bundler of the sessions without the unknown is the same.
        var (sessions, content) = Themes(60);
        var features = new PairFeatures([.. content, ItemContent.Unknown, ItemContent.Unknown]);
        var with = sessions.Select(session => session with { Items = [.. session.Items, content.Count, content.Count + 1] }).ToArray();

        var one = new SessionBundlerTrainer(features, new SessionBundlerOptions()).Train(sessions);
        var other = new SessionBundlerTrainer(features, new SessionBundlerOptions()).Train(with);

        sessions.ShouldAllBe(session => one.Generate(session.Items).SelectMany(bundle => bundle)
            .SequenceEqual(other.Generate(session.Items).SelectMany(bundle => bundle)));
        other.Generate([0, content.Count, content.Count + 1]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Rivals_CountsAndTexts_LinkWhatTheySay()
    {
        LabelledSession[] sessions = [new([1, 2, 3], [[1, 2]]), new([2, 3, 1], [[1, 2]]), new([4, 5], [[4, 5]])];

        new CoPurchase(sessions, least: 2).Generate([5, 3, 2, 4]).ShouldBe([[2, 3]]);
        new CoPurchase(sessions).Generate([5, 3, 2, 4]).ShouldBe([[2, 3], [4, 5]]);
        new Apriori(sessions).Generate([1, 2, 3, 4, 5]).ShouldBe([[1, 2, 3]]);
        new WholeSession().Generate([9, 4]).ShouldBe([[4, 9]]);
    }

    // Items 0..19 are of one theme, 20..39 of the other; a session holds two or three of each, and two bundles.
    private static (LabelledSession[] Sessions, IReadOnlyList<ItemContent> Content) Themes(int count)
    {
        var random = new SeededRandom(3);
        string[] words = ["camera lens tripod photo", "garden rake spade soil"];
        var content = Enumerable.Range(0, 40).Select(item => ItemContent.Of(
            $"{words[item / 20].Split(' ')[item % 4]} {words[item / 20].Split(' ')[(item / 4) % 4]} number{item}", $"shop/{words[item / 20].Split(' ')[3]}")).ToArray();
        var sessions = new LabelledSession[count];
        for (var s = 0; s < count; s++)
        {
            var bundles = Enumerable.Range(0, 2).Select(theme =>
            {
                int[] pool = [.. Enumerable.Range(theme * 20, 20)];
                random.Shuffle<int>(pool);
                return pool[..random.NextInt32(2, 3)];
            }).ToArray();
            sessions[s] = new LabelledSession([.. bundles[0], .. bundles[1]], bundles);
        }

        return (sessions, content);
    }
}
