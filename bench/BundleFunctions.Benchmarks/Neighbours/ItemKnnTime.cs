using System.Globalization;
using System.Runtime.InteropServices;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Benchmarks.Neighbours;

/// <summary>The items most like each item by cosine.</summary>
internal static class ItemKnnTime
{
    /// <summary>Usage: item-knn FOLDER ITEMS NEIGHBOURS THREADS. Writes the similarities beside the data; prints CPU seconds,
    /// compilation while running included, peak MiB, and how many neighbours there are.</summary>
    public static int Run(string[] args)
    {
        var (items, count, threads) = (BasketFiles.Integer(args[1]), BasketFiles.Integer(args[2]), BasketFiles.Integer(args[3]));
        var rows = SparseMatrix.OfSets(BasketFiles.Read(args[0], items));
        SparseMatrix? found = null;
        var seconds = Measured.CpuSeconds(
            () => found = ColumnNeighbours.Find(rows, SimilarityForm.Cosine(rows), count, threads, CancellationToken.None));
        BasketFiles.Put(args[0], "knn-offsets", found!.Offsets);
        BasketFiles.Put(args[0], "knn-columns", found.AllColumns);
        BasketFiles.Put(args[0], "knn-values", MemoryMarshal.Cast<float, int>(found.AllValues));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F3}\t{Measured.PeakMebibytes():F0}\t{found.NonZeros}"));
        return 0;
    }
}
