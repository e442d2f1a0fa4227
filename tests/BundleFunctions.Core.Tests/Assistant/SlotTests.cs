using BundleFunctions.Assistant.Slots;

namespace BundleFunctions.Core.Tests.Assistant;

public sealed class SlotTests
{
    [Theory]
    [InlineData("两百", 200)]
    [InlineData("一百五十", 150)]
    [InlineData("一百五", 150)]
    [InlineData("一百零五", 105)]
    [InlineData("三千五", 3500)]
    [InlineData("一万二", 12000)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("八十五", 85)]
    [InlineData("两千三百", 2300)]
    [InlineData("三", 3)]
    public void TryRead_ChineseNumber_IsRead(string text, int expected)
    {
        ChineseNumber.TryRead(text, out var number).ShouldBeTrue();
        number.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("零")]
    [InlineData("二三")]
    [InlineData("两百块")]
    [InlineData("万万万万万万万万万万")]
    public void TryRead_NoChineseNumber_IsRefused(string text) => ChineseNumber.TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("under $40", null, 40, "USD")]
    [InlineData("between 20 and 50", 20, 50, null)]
    [InlineData("from £20 to £50", 20, 50, "GBP")]
    [InlineData("chf 30", null, 30, "CHF")]
    [InlineData("30-40 euros", 30, 40, "EUR")]
    [InlineData("no more than two hundred euros", null, 200, "EUR")]
    [InlineData("nothing over £5", null, 5, "GBP")]
    [InlineData("about 60 euros", 48, 72, "EUR")]
    [InlineData("at least 1,500 eur", 1500, null, "EUR")]
    [InlineData("my budget is 1.5k usd", null, 1500, "USD")]
    [InlineData("a hundred euros or less", null, 100, "EUR")]
    [InlineData("for a tenner or less", null, 10, null)]
    [InlineData("with a fiver", null, 5, null)]
    [InlineData("under seventy-five euros", null, 75, "EUR")]
    [InlineData("below sixteen pounds", null, 16, "GBP")]
    [InlineData("that doesn't cost more than eighty euros", null, 80, "EUR")]
    [InlineData("一百来块", 80, 120, null)]
    [InlineData("不想超过三百", null, 300, null)]
    [InlineData("两百块以内", null, 200, null)]
    [InlineData("500元左右", 400, 600, null)]
    [InlineData("¥150以下", null, 150, "CNY")]
    [InlineData("三百到五百之间", 300, 500, null)]
    [InlineData("不超过五十欧元", null, 50, "EUR")]
    [InlineData("预算一千", null, 1000, null)]
    [InlineData("100到200英镑", 100, 200, "GBP")]
    [InlineData("八十以上", 80, null, null)]
    public void Find_PriceInAQuestion_IsRead(string text, int? min, int? max, string? currency)
    {
        var range = PriceReader.Find($"a set {text} please", "EUR", out _).ShouldNotBeNull();

        (range.Min, range.Max, range.Currency).ShouldBe(((decimal?)min, (decimal?)max, currency));
    }

    [Theory]
    [InlineData("Fjellring Lumen 720 Lite Tent")]
    [InlineData("set of 3 cake tins")]
    [InlineData("for more than 2 people")]
    [InlineData("under 5 kg")]
    [InlineData("memory card 128 gb to 256 gb")]
    [InlineData("三个人以内")]
    [InlineData("一块儿买")]
    [InlineData("tell me about 3 tents")]
    [InlineData("2 to 3 people")]
    public void Find_NumberThatIsNoPrice_IsNone(string text) => PriceReader.Find(text.ToLowerInvariant(), "EUR", out _).ShouldBeNull();

    [Fact]
    public void Find_DollarsInAShopOfDollars_AreItsOwn()
    {
        PriceReader.Find("under $40", "CAD", out _)!.Currency.ShouldBe("CAD");
        PriceReader.Find("¥4000以下", "JPY", out _)!.Currency.ShouldBe("JPY");
    }

    [Theory]
    [InlineData("for four people", 4, true)]
    [InlineData("a family of five", 5, true)]
    [InlineData("20 guests", 20, true)]
    [InlineData("三个人", 3, true)]
    [InlineData("一家五口", 5, true)]
    [InlineData("公司二十来号人", 20, true)]
    [InlineData("three smart lamps", 3, false)]
    [InlineData("i need a dozen memory cards", 12, false)]
    [InlineData("two dozen sets", 24, false)]
    [InlineData("half a dozen sets", 6, false)]
    [InlineData("twelve of the same set", 12, false)]
    [InlineData("our team of about 12", 12, true)]
    [InlineData("我们仨去露营", 3, true)]
    [InlineData("五口之家", 5, true)]
    [InlineData("十个同学", 10, true)]
    [InlineData("两套", 2, false)]
    [InlineData("来三份绿豆酥", 3, false)]
    public void Find_QuantityInAQuestion_IsRead(string text, int count, bool isPeople) =>
        QuantityReader.Find(text, out _).ShouldBe(new Quantity(count, isPeople));

    [Theory]
    [InlineData("the three tier cake stand")]
    [InlineData("one person")]
    [InlineData("一个人")]
    [InlineData("lumen 720 lite tent")]
    [InlineData("推荐一套")]
    public void Find_NoQuantity_IsNone(string text) => QuantityReader.Find(text, out _).ShouldBeNull();
}
