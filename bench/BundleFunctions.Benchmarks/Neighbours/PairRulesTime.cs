using System.Globalization;
using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Benchmarks.Neighbours;

/// <summary>All pairs above a least count, with confidence both ways and lift.</summary>
internal static class PairRulesTime
{
    /// <summary>Usage: pair-rules FOLDER ITEMS MINCOUNT THREADS. Writes the pairs beside the data; prints CPU seconds, compilation
    /// while running included, peak MiB, and how many pairs there are.</summary>
    public static int Run(string[] args)
    {
        var (items, minCount, threads) = (BasketFiles.Integer(args[1]), BasketFiles.Integer(args[2]), BasketFiles.Integer(args[3]));
        var rows = BasketFiles.Read(args[0], items);
        PairCounts pairs = new([], [], []);
        var seconds = Measured.CpuSeconds(() =>
        {
            pairs = FrequentPairs.Count(rows, minCount, threads, CancellationToken.None);
            Weigh(rows, pairs);
        });
        BasketFiles.Put(args[0], "pairs", [.. pairs.First, .. pairs.Second, .. pairs.Together]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F3}\t{Measured.PeakMebibytes():F0}\t{pairs.Count}"));
        return 0;
    }

    private static (double[] Forward, double[] Back, double[] Lift) Weigh(IndexSets rows, PairCounts pairs)
    {
        var held = new int[rows.Universe];
        foreach (var item in rows.AllMembers)
        {
            held[item]++;
        }

        var (forward, back, lift) = (new double[pairs.Count], new double[pairs.Count], new double[pairs.Count]);
        for (var i = 0; i < pairs.Count; i++)
        {
            forward[i] = (double)pairs.Together[i] / held[pairs.First[i]];
            back[i] = (double)pairs.Together[i] / held[pairs.Second[i]];
            lift[i] = forward[i] * rows.Count / held[pairs.Second[i]];
        }

        return (forward, back, lift);
    }
}
