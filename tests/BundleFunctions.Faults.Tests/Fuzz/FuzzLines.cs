using System.Globalization;
using System.Text;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>A file of good lines and mutated ones in turn, and the same file without the mutated ones.</summary>
internal sealed class FuzzLines
{
    // In CSV a quote opens a field that may have line ends; this many lines later it counts as stray.
    private const int LinesOfOpenQuote = 130;
    private readonly MemoryStream _file = new();
    private readonly MemoryStream _good = new();

    /// <param name="random">Decides everything.</param>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="sample">Makes one good line with a name.</param>
    /// <param name="header">Stands at the start of both files.</param>
    /// <param name="quotesAreRare">Whether mutated lines keep their quotes far apart, as two of them together are a right field.</param>
    public FuzzLines(Random random, int lines, Func<Random, string, string> sample, string header, bool quotesAreRare)
    {
        IsJson = header.Length == 0;
        var mutator = new LineMutator(random);
        _file.Write(Encoding.UTF8.GetBytes(header));
        _good.Write(Encoding.UTF8.GetBytes(header));
        var lastQuote = -LinesOfOpenQuote;
        var other = Encoding.UTF8.GetBytes(sample(random, "mutant-x"));
        for (var i = 0; i < lines; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            if (i % 3 == 0)
            {
                var line = Encoding.UTF8.GetBytes(sample(random, $"good-{name}"));
                Write(_good, line, "\n"u8);
                Write(_file, line, random.Next(4) == 0 ? "\r\n"u8 : "\n"u8);
                Good++;
                continue;
            }

            var bare = Encoding.UTF8.GetBytes(sample(random, $"mutant-{name}"));
            var mutated = mutator.Mutate(bare, other);
            if (quotesAreRare && mutated.Contains((byte)'"'))
            {
                if (i - lastQuote < LinesOfOpenQuote)
                {
                    mutated = [.. mutated.Where(b => b != '"')];
                }
                else
                {
                    lastQuote = i;
                }
            }

            other = bare;
            Write(_file, mutated, random.Next(4) == 0 ? "\r\n"u8 : "\n"u8);
            Mutated++;
        }
    }

    public bool IsJson { get; }

    public int Good { get; private set; }

    public int Mutated { get; private set; }

    public byte[] File => _file.ToArray();

    public byte[] GoodFile => _good.ToArray();

    /// <summary>The file cut at its line ends.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Split()
    {
        var rest = (ReadOnlyMemory<byte>)File;
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            yield return end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
        }
    }

    private static void Write(MemoryStream stream, byte[] line, ReadOnlySpan<byte> end)
    {
        stream.Write(line);
        stream.Write(end);
    }
}
