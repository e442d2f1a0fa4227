using System.Globalization;
using System.Text;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>One mutated file.</summary>
/// <param name="IsCatalogue">Whether products, not events, were meant to be in it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FuzzFile(bool IsCatalogue, byte[] Content)
{
    public static FuzzFile Create(Random random)
    {
        var isCatalogue = random.Next(4) == 0;
        var (file, other) = (Right(random, isCatalogue, "a"), Right(random, random.Next(8) == 0 ? !isCatalogue : isCatalogue, "b"));
        return new FuzzFile(isCatalogue, new FileMutator(random).Mutate(file, other));
    }

    private static byte[] Right(Random random, bool isCatalogue, string prefix)
    {
        var names = Enumerable.Range(0, random.Next(1, 40)).Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}")).ToList();
        Func<Random, string, string> json = isCatalogue ? ProductSamples.Json : EventSamples.Json;
        Func<Random, string, string> row = isCatalogue ? ProductSamples.Row : EventSamples.Row;
        var header = isCatalogue ? ProductSamples.Header : EventSamples.Header;
        return Encoding.UTF8.GetBytes(random.Next(3) switch
        {
            0 => string.Concat(names.Select(name => json(random, name) + "\n")),
            1 => $"[{string.Join(random.Next(2) == 0 ? ",\n" : ",", names.Select(name => json(random, name)))}]",
            _ => string.Concat(names.Select(name => row(random, name)).Prepend(header).Select(line => line + "\n")),
        });
    }
}
