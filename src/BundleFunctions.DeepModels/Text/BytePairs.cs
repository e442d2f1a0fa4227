using System.Text;
using BundleFunctions.Training.Models.Content;

namespace BundleFunctions.DeepModels.Text;

/// <summary>Cuts texts into the parts of words that a catalogue uses often. A token is a byte of UTF-8 (1..256) or two tokens that stood side
/// by side more often than any others (257 and above); 0 is kept for padding.</summary>
/// <remarks>Sennrich, Haddow and Birch, Neural Machine Translation of Rare Words with Subword Units, 2016. Words are the lower-case ones of
/// <see cref="Tokeniser"/>, each begun by a blank, so that a word's beginning differs from its middle.</remarks>
internal sealed class BytePairs
{
    private const int Bytes = 256;

    private readonly Dictionary<(int Left, int Right), int> _ranks = [];

    /// <param name="left">Left token of each merge, in the order of merging.</param>
    /// <param name="right">The right ones.</param>
    public BytePairs(int[] left, int[] right)
    {
        (Left, Right) = (left, right);
        for (var i = 0; i < left.Length; i++)
        {
            _ranks.Add((left[i], right[i]), i);
        }
    }

    public int[] Left { get; }

    public int[] Right { get; }

    /// <summary>Highest token.</summary>
    public int Size => Bytes + Left.Length;

    /// <summary>The words of a text, as tokens of single bytes.</summary>
    internal static IEnumerable<int[]> Words(string text) =>
        Tokeniser.Words(text, stem: false).Select(word => Array.ConvertAll(Encoding.UTF8.GetBytes($" {word}"), value => value + 1));

    /// <summary>The tokens of a text, 1..<see cref="Size"/>.</summary>
    public int[] Encode(string text) => [.. Words(text).SelectMany(Encode)];

    private List<int> Encode(int[] word)
    {
        var tokens = word.ToList();
        while (tokens.Count > 1)
        {
            var (best, place) = (int.MaxValue, -1);
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                if (_ranks.TryGetValue((tokens[i], tokens[i + 1]), out var rank) && rank < best)
                {
                    (best, place) = (rank, i);
                }
            }

            if (place < 0)
            {
                break;
            }

            tokens[place] = Bytes + 1 + best;
            tokens.RemoveAt(place + 1);
        }

        return tokens;
    }
}
