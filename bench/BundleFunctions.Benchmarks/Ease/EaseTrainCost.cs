using System.Globalization;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Benchmarks.Ease;

/// <summary>What EASE costs on a shop of a given size, dense head and local tail together.</summary>
internal static class EaseTrainCost
{
    // Users of thirty to a hundred events on average, as active shops have; popularity falls with rank.
    private const int MeanRow = 50;

    /// <summary>Usage: ease-train ITEMS EVENTS [DENSE-ITEMS]. Prints CPU seconds, peak MiB, and weights kept.</summary>
    public static int Run(string[] args)
    {
        var items = int.Parse(args[0], CultureInfo.InvariantCulture);
        var events = int.Parse(args[1], CultureInfo.InvariantCulture);
        var options = new EaseOptions();
        if (args.Length > 2)
        {
            options = options with { DenseItems = int.Parse(args[2], CultureInfo.InvariantCulture) };
        }

        var data = new TrainingData(Rows(items, events));
        LinearModel? model = null;
        var seconds = Measured.CpuSeconds(
            () => model = (LinearModel)new EaseTrainer(options).Train(data, new TrainingContext(2, 1), CancellationToken.None));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{seconds:F1}\t{Measured.PeakMebibytes():F0}\t{model!.Weights.NonZeros}"));
        return 0;
    }

    private static SparseMatrix Rows(int items, int events)
    {
        var random = new SeededRandom(1);
        var offsets = new List<int> { 0 };
        var columns = new List<int>(events);
        var row = new SortedSet<int>();
        while (columns.Count < events)
        {
            row.Clear();
            for (var draws = random.NextInt32(1, (2 * MeanRow) - 1); draws > 0; draws--)
            {
                var u = random.NextDouble();
                row.Add((int)(items * u * u * u));
            }

            columns.AddRange(row);
            offsets.Add(columns.Count);
        }

        var ones = new float[columns.Count];
        Array.Fill(ones, 1);
        return new SparseMatrix([.. offsets], [.. columns], ones, items);
    }
}
