using System.Text;
using BundleFunctions.DeepModels.Text;

namespace BundleFunctions.DeepModels.Tests.Text;

public sealed class BytePairTests
{
    private static readonly string[] Texts = ["low low low low low", "lower lower", "newest newest newest newest newest newest", "widest widest widest", "Überraschung, 日本"];

    [Fact]
    public void Learn_TextsInAnotherOrder_GiveTheSameVocabulary()
    {
        var one = Learn(Texts, 300);
        var other = Learn([.. Texts.Reverse()], 300);

        one.Left.ShouldBe(other.Left);
        one.Right.ShouldBe(other.Right);
    }

    // The example of Sennrich, Haddow and Birch: "es" is in nine words, and so is "est".
    [Fact]
    public void Learn_TheExampleOfThePaper_JoinsEsThenEst()
    {
        var pairs = Learn(Texts[..4], 258);

        (pairs.Left[0] - 1, pairs.Right[0] - 1).ShouldBe(('e', 's'));
        (pairs.Left[1], pairs.Right[1] - 1).ShouldBe((257, 't'));
    }

    [Fact]
    public void Encode_AnyText_SpellsItsWords()
    {
        var pairs = Learn(Texts, 280);

        Spell(pairs, pairs.Encode("LOWEST überraschung! 日本")).ShouldBe(" lowest überraschung 日本");
        pairs.Encode("newest").Length.ShouldBeLessThan(" newest".Length);
        pairs.Encode("").ShouldBeEmpty();
    }

    [Fact]
    public void Learn_SeldomPairs_AreLeftAlone() => Learn(["solitary words occur once"], 400).Left.ShouldBeEmpty();

    private static BytePairs Learn(string[] texts, int size) => BytePairLearner.Learn(texts, size, CancellationToken.None);

    private static string Spell(BytePairs pairs, IEnumerable<int> tokens) => Encoding.UTF8.GetString([.. tokens.SelectMany(token => Bytes(pairs, token))]);

    private static IEnumerable<byte> Bytes(BytePairs pairs, int token) =>
        token <= 256 ? [(byte)(token - 1)] : Bytes(pairs, pairs.Left[token - 257]).Concat(Bytes(pairs, pairs.Right[token - 257]));
}
