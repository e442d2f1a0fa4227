namespace BundleFunctions.DemoShop.Tests;

public sealed class DemoShopOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreWell() => new DemoShopOptions().Validate().ShouldBeNull();

    public static TheoryData<DemoShopOptions, string> Faults => new()
    {
        { new DemoShopOptions { Products = 199 }, "products is 199" },
        { new DemoShopOptions { Visitors = 0 }, "visitors is 0" },
        { new DemoShopOptions { Days = 6 }, "days is 6" },
        { new DemoShopOptions { Orders = 0 }, "orders is 0" },
        { new DemoShopOptions { Bundles = 126 }, "bundles is 126" },
        { new DemoShopOptions { DirtyLines = -1 }, "dirtyLines is -1" },
        { new DemoShopOptions { DuplicateLines = -1 }, "duplicateLines is -1" },
        { new DemoShopOptions { GzipEvery = -1 }, "gzipEvery is -1" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Generate_OptionOutOfRange_NamesItAndWhatWasFound(DemoShopOptions options, string expected)
        => Should.Throw<ArgumentException>(() => DemoShopGenerator.Generate(options)).Message.ShouldContain(expected);

    [Fact]
    public void Scale_Ten_MultipliesTheShopOverTheSameDays()
    {
        var scaled = new DemoShopOptions().Scale(10);

        scaled.ShouldBe(new DemoShopOptions { Products = 10_000, Visitors = 50_000, Orders = 120_000, Bundles = 1_200 });
    }

    [Fact]
    public void Generate_SmallestShop_HasExactlyItsOrders()
    {
        var shop = DemoShopGenerator.Generate(new DemoShopOptions { Products = 200, Visitors = 20, Orders = 1, Days = 7, Bundles = 1 });

        shop.Files().SelectMany(ShopLog.Lines).Count(line => line.Contains("\"orderId\":\"o-") && line.Contains("\"purchase\"")).ShouldBe(1);
    }
}
