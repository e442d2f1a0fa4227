using System.Globalization;
using System.Runtime.InteropServices;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Benchmarks.Factors;

/// <summary>Users and the items they hold, as every side of the benchmark reads them: little-endian int32 files <c>offsets</c> and
/// <c>columns</c>.</summary>
internal static class FactorData
{
    private const int Tastes = 50;

    /// <summary>Usage: factors-data FOLDER ITEMS USERS. Items are drawn by Zipf's law, half of them in the order of the user's taste; users
    /// make 10..110 draws.</summary>
    public static int Write(string[] args)
    {
        var (items, users) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
        var random = new SeededRandom(1);
        var popularity = AliasTable.Zipf(items, .8);
        var offsets = new List<int> { 0 };
        var columns = new List<int>();
        for (var user = 0; user < users; user++)
        {
            var held = new SortedSet<int>();
            var taste = random.NextInt32(Tastes) * (items / Tastes);
            for (var draws = random.NextInt32(10, 110); draws > 0; draws--)
            {
                var rank = popularity.Draw(random);
                held.Add(random.NextBool(.5) ? rank : (rank + taste) % items);
            }

            columns.AddRange(held);
            offsets.Add(columns.Count);
        }

        Directory.CreateDirectory(args[0]);
        File.WriteAllBytes(Path.Combine(args[0], "offsets"), MemoryMarshal.AsBytes<int>(offsets.ToArray()));
        File.WriteAllBytes(Path.Combine(args[0], "columns"), MemoryMarshal.AsBytes<int>(columns.ToArray()));
        Console.WriteLine(columns.Count);
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
