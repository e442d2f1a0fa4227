using System.Globalization;
using System.Runtime.InteropServices;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Benchmarks.Ease;

/// <summary>Orders as both sides of the benchmark read them: little-endian int32 files <c>offsets</c> and <c>columns</c>.</summary>
internal static class EaseData
{
    /// <summary>Usage: ease-data FOLDER ITEMS ORDERS. Popularity falls with rank; four items an order on average.</summary>
    public static int Write(string[] args)
    {
        var (items, orders) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
        var random = new SeededRandom(1);
        var offsets = new List<int> { 0 };
        var columns = new List<int>();
        for (var order = 0; order < orders; order++)
        {
            var held = new SortedSet<int>();
            for (var draws = random.NextInt32(1, 7); draws > 0; draws--)
            {
                held.Add((int)(items * random.NextDouble() * random.NextDouble()));
            }

            columns.AddRange(held);
            offsets.Add(columns.Count);
        }

        Directory.CreateDirectory(args[0]);
        File.WriteAllBytes(Path.Combine(args[0], "offsets"), MemoryMarshal.AsBytes<int>(offsets.ToArray()));
        File.WriteAllBytes(Path.Combine(args[0], "columns"), MemoryMarshal.AsBytes<int>(columns.ToArray()));
        return 0;
    }

    public static SparseMatrix Read(string folder, int items)
    {
        var columns = Integers(Path.Combine(folder, "columns"));
        var ones = new float[columns.Length];
        Array.Fill(ones, 1);
        return new SparseMatrix(Integers(Path.Combine(folder, "offsets")), columns, ones, items);
    }

    private static int[] Integers(string path) => MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(path)).ToArray();
}
