using System.Globalization;
using BundleFunctions.Lake;
using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Benchmarks.Lake;

/// <summary>The two steps of writing a part by themselves, as a fast intake takes them: rows of codes appended, columns encoded.</summary>
internal static class LakeEncoding
{
    private const int Rounds = 20;

    /// <summary>Usage: lake-encoding EVENTS. Prints, tab-separated: events, CPU ns an event to append a row, to encode, to hash (SHA-256).</summary>
    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var from = new EventColumns(new TextTable());
        foreach (var shopEvent in new ShopDays(count).Next(1))
        {
            from.Append(shopEvent);
        }

        var to = new EventColumns(from.Texts);
        var encoder = new PartEncoder(ParquetCodec.Uncompressed);
        var (appending, encoding, hashing) = (0.0, 0.0, 0.0);
        for (var round = -5; round < Rounds; round++)
        {
            to.Clear();
            var append = Measured.CpuSeconds(() => Append(from, to));
            var encode = Measured.CpuSeconds(() => encoder.Encode(to));
            var hash = Measured.CpuSeconds(() => System.Security.Cryptography.SHA256.HashData(encoder.Encode(to).Span)) - encode;
            if (round >= 0)
            {
                (appending, encoding, hashing) = (appending + append, encoding + encode, hashing + hash);
            }
        }

        Console.WriteLine($"{from.Count}\t{Nanoseconds(appending)}\t{Nanoseconds(encoding)}\t{Nanoseconds(hashing)}");
        return 0;

        string Nanoseconds(double seconds) => (seconds * 1e9 / from.Count / Rounds).ToString("F0", CultureInfo.InvariantCulture);
    }

    private static void Append(EventColumns from, EventColumns to)
    {
        for (var row = 0; row < from.Count; row++)
        {
            to.Append(from, row);
        }
    }
}
