using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Ranking;
using BundleFunctions.Training.Ranking;

namespace BundleFunctions.Training.Tests.Ranking;

/// <summary>Answers whose truth was planted: what is taken follows from the confidence and the complement, which any order can learn, and from
/// whether the price is neither low nor high while the categories differ, which only trees can. Some values are not known.</summary>
internal static class PlantedOrders
{
    private static readonly int Confidence = RankingFeatures.PlaceOf("evidence.confidence");
    private static readonly int Complement = RankingFeatures.PlaceOf("relation.complement");
    private static readonly int Price = RankingFeatures.PlaceOf("price.rest");
    private static readonly int Category = RankingFeatures.PlaceOf("category.top");
    private static readonly int Place = RankingFeatures.PlaceOf("bundle.place");

    public static RankingData Make(int answers, ulong seed, int rows = 10)
    {
        var groups = new RankingGroup[answers];
        for (var g = 0; g < answers; g++)
        {
            var random = SeededRandom.ForStream(seed, "planted", (ulong)g);
            var features = new float[rows * RankingFeatures.Count];
            var worth = new double[rows];
            for (var row = 0; row < rows; row++)
            {
                var own = features.AsSpan(row * RankingFeatures.Count, RankingFeatures.Count);
                for (var f = 0; f < own.Length; f++)
                {
                    own[f] = (float)Uniform(random);
                }

                own[Place] = 1f / (1 + row);
                worth[row] = Worth(own);
                own[Complement] = random.NextInt32(10) == 0 ? float.NaN : own[Complement];
            }

            // Two are taken, by chance that grows with their worth, and a little more where they stand first.
            var relevant = new bool[rows];
            for (var taken = 0; taken < 2; taken++)
            {
                relevant[Draw(worth, relevant, random)] = true;
            }

            groups[g] = new RankingGroup(features, relevant, [.. Enumerable.Range(0, rows).Select(row => ((g * 7) + row) % 200)], new bool[rows]);
        }

        return new RankingData(groups, 200);
    }

    private static double Worth(ReadOnlySpan<float> own) =>
        StableMath.Exp((3 * own[Confidence]) + (2 * own[Complement]) + own[Place] + (own[Price] is > 0.3f and < 0.7f && own[Category] < 0.6f ? 3 : 0));

    private static int Draw(double[] worth, bool[] taken, SeededRandom random)
    {
        var at = Uniform(random) * worth.Where((_, row) => !taken[row]).Sum();
        for (var row = 0; row < worth.Length; row++)
        {
            if (!taken[row] && (at -= worth[row]) <= 0)
            {
                return row;
            }
        }

        return Array.IndexOf(taken, false);
    }

    private static double Uniform(SeededRandom random) => random.NextInt32(1 << 24) / (double)(1 << 24);
}
