using System.Text.RegularExpressions;
using BundleFunctions.Associations;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Bundling.Titles;
using BundleFunctions.Offers;

namespace BundleFunctions.Core.Tests.Bundling.Phrases;

public sealed partial class PhraseBookTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh")]
    [InlineData("ZH", "zh")]
    [InlineData("fr, de;q=0.7", "en")]
    [InlineData("en;q=0.4, zh-Hans-CN;q=0.5", "zh")]
    [InlineData("zh;q=0, en", "en")]
    [InlineData("zh;q=nonsense", "en")]
    [InlineData(";;,,=", "en")]
    public void For_Header_IsTheLanguageOfTheHighestWeight(string? header, string language) =>
        PhraseBook.For(header).Language.ShouldBe(language);

    [Fact]
    public void Books_EveryLanguage_HasTheSameTextsWithTheSameFigures()
    {
        PhraseBook.Languages.ShouldBe(["en", "zh"]);
        foreach (var book in PhraseBook.Languages.Select(PhraseBook.For))
        {
            book.Keys.ShouldBe(PhraseBook.English.Keys, ignoreOrder: true);
            foreach (var key in book.Keys)
            {
                Figures(book.Say(key, "{0}", "{1}", "{2}")).ShouldBe(Figures(PhraseBook.English.Say(key, "{0}", "{1}", "{2}")), key);
            }
        }

        static string[] Figures(string text) => [.. Figure().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void For_Evidence_SaysTheSameFiguresInBothLanguages()
    {
        var price = new BundlePrice("EUR", 100m, 90m, 10m);
        var evidence = new Evidence(412, 1329, 500, 20_000);

        OfferReasons.For(evidence, "this camera", price).ShouldBe(
            ["Bought together in 412 of 1,329 orders with this camera.", "12.4 times as often as chance would have it.", "10 % cheaper together."]);
        OfferReasons.For(evidence, "此商品", price, PhraseBook.For("zh")).ShouldBe(
            ["在含此商品的 1,329 笔订单中,有 412 笔同时购买。", "一起购买的频率是随机情况的 12.4 倍。", "组合购买便宜 10%。"]);
    }

    [Fact]
    public void Title_Rules_NameWhatTheBundleIs()
    {
        var camera = Item("Alpha", "Photo/Cameras/Mirrorless", "Lumora");
        var card = Item("Card", "Photo/Accessories/Memory", "Optivar");
        var bag = Item("Bag", "Photo/Accessories/Bags", "Optivar");
        var english = PhraseBook.English;

        BundleTitler.Title([camera, card], english).ShouldBe("Mirrorless with Memory");
        BundleTitler.Title([camera, card, bag], english).ShouldBe("Mirrorless with Memory and Bags");
        BundleTitler.Title([camera, card, bag], PhraseBook.For("zh")).ShouldBe("Mirrorless配Memory和Bags");
        BundleTitler.Title([card, card], english).ShouldBe("Optivar Memory set");
        BundleTitler.Title([card, card with { Brand = "Veyra" }], english).ShouldBe("Memory set");
        BundleTitler.Title([camera, card], english, "Travel").ShouldBe("Travel: Mirrorless and Memory");
        BundleTitler.Title([camera with { Categories = [] }, card], english).ShouldBe("Alpha with Memory");
    }

    private static Product Item(string title, string category, string brand) => new()
    {
        ProductId = Identifier.Parse<ProductId>(title),
        Title = title,
        Price = 10,
        Currency = "EUR",
        Categories = [category],
        Brand = brand,
    };

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}
