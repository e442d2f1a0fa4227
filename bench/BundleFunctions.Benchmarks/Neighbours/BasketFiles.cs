using System.Globalization;
using System.Runtime.InteropServices;
using BundleFunctions.Numerics.Counting;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Benchmarks.Neighbours;

/// <summary>Baskets as both sides of the benchmark read them: little-endian int32 files <c>offsets</c>, <c>items</c> and <c>users</c>.</summary>
internal static class BasketFiles
{
    /// <summary>Usage: neighbours-data FOLDER BASKETS ITEMS USERS EXPONENT DRAWS. One to DRAWS draws a basket, popularity by Zipf's law;
    /// prints how many items all baskets hold.</summary>
    public static int Write(string[] args)
    {
        var (baskets, items, users) = (Integer(args[1]), Integer(args[2]), Integer(args[3]));
        var draws = Integer(args[5]);
        var random = new SeededRandom(1);
        var popularity = AliasTable.Zipf(items, double.Parse(args[4], CultureInfo.InvariantCulture));

        // Numbers say nothing of popularity, as in a shop.
        int[] numbers = [.. Enumerable.Range(0, items)];
        random.Shuffle(numbers.AsSpan());
        var offsets = new List<int>(baskets + 1) { 0 };
        var held = new List<int>(baskets * 6);
        var owners = new int[baskets];
        var basket = new SortedSet<int>();
        for (var row = 0; row < baskets; row++)
        {
            basket.Clear();
            for (var left = random.NextInt32(1, draws); left > 0; left--)
            {
                basket.Add(numbers[popularity.Draw(random)]);
            }

            held.AddRange(basket);
            offsets.Add(held.Count);
            owners[row] = random.NextInt32(users);
        }

        Directory.CreateDirectory(args[0]);
        Put(args[0], "offsets", CollectionsMarshal.AsSpan(offsets));
        Put(args[0], "items", CollectionsMarshal.AsSpan(held));
        Put(args[0], "users", owners);
        Console.WriteLine(held.Count.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    public static IndexSets Read(string folder, int items) => new(Take(folder, "offsets"), Take(folder, "items"), items);

    public static int[] Take(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        var values = new int[new FileInfo(path).Length / sizeof(int)];
        using var file = File.OpenRead(path);
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void Put(string folder, string name, ReadOnlySpan<int> values)
    {
        using var file = File.Create(Path.Combine(folder, name));
        file.Write(MemoryMarshal.AsBytes(values));
    }

    public static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
