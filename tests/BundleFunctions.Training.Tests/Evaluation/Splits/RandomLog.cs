using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Evaluation.Splits;

/// <summary>Random logs: users of a few baskets, some rows of nobody, several rows in one moment, empty rows too.</summary>
internal static class RandomLog
{
    public const int Items = 30;

    public static InteractionLog Of(ulong seed, int rows = 200)
    {
        var random = new SeededRandom(seed);
        var moment = 1_700_000_000L;
        var baskets = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, random.NextInt32(0, 6)).Select(_ => random.NextInt32(Items)).Distinct().Order().ToArray());
        return new InteractionLog(Checkerboard.Of([.. baskets], Items).Rows)
        {
            Moments = [.. Enumerable.Range(0, rows).Select(_ => moment += random.NextInt32(3) / 2)],
            Users = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt32(-1, 40))],
            Sessions = [.. Enumerable.Range(0, rows).Select(row => row % 10 == 0 ? -1 : row / 3)],
        };
    }
}
