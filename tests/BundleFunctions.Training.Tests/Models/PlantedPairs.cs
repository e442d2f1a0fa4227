using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Models;

/// <summary>Rows of two planted pairs and one item of chance: items 2k and 2k + 1 belong together.</summary>
internal static class PlantedPairs
{
    public static TrainingData Data(int items, int rows = 800, ulong seed = 11)
    {
        var random = new SeededRandom(seed);
        var drawn = new int[rows][];
        for (var row = 0; row < rows; row++)
        {
            var held = new SortedSet<int> { random.NextInt32(items) };
            for (var pair = 0; pair < 2; pair++)
            {
                var first = random.NextInt32(items);
                held.Add(first);
                held.Add(first ^ 1);
            }

            drawn[row] = [.. held];
        }

        return Checkerboard.Of(drawn, items);
    }
}
