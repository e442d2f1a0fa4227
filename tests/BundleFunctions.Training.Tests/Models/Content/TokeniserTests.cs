using BundleFunctions.Training.Models.Content;

namespace BundleFunctions.Training.Tests.Models.Content;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("USB-C Cables, 2.0m", "usb c cable 2 0m")]
    [InlineData("glass GAS bus boss", "glass gas bus boss")]
    [InlineData("Käsefondue für Ärzte", "käsefondue für ärzte")]
    [InlineData("ΦΩΣ телефоны", "φωσ телефоны")]
    [InlineData("電気ケトル1L", "電気 気ケ ケト トル 1l")]
    [InlineData("茶 and 차", "茶 and 차")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData(" \t--", "")]
    public void Words_OfManyScripts_AreTerms(string text, string expected) =>
        string.Join(' ', Tokeniser.Words(text, stem: true)).ShouldBe(expected);

    [Fact]
    public void Words_LoneSurrogate_IsNoWord() => Tokeniser.Words("a\uD800b", stem: false).ShouldBe(["a", "b"]);

    [Fact]
    public void Grams_OfAWord_AreItsRunsWithItsEnds() => Tokeniser.Grams("Lens").ShouldBe([" le", "len", "ens", "ns ", " len", "lens", "ens "]);
}
