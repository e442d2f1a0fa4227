using System.Text;
using System.Text.Json;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using static BundleFunctions.Core.Tests.Feedback.Sales.SalesShop;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

public sealed class SalesDeskTests
{
    private static readonly DateOnly LastEvent = new(2026, 2, 20);

    [Fact]
    public async Task Tick_DayIsOver_WritesTheThreeFilesOnce()
    {
        var shop = await ShopAsync();
        var desk = Desk(shop);

        var first = (await desk.TickAsync(default)).ShouldHaveSingleItem();
        var again = await desk.TickAsync(default);

        first.Through.ShouldBe(LastEvent);
        again.ShouldBeEmpty();
        using var json = JsonDocument.Parse(await TextAsync(shop, "json"));
        json.RootElement.GetProperty("total").GetProperty("revenue").GetDecimal().ShouldBe(530m);
        json.RootElement.GetProperty("from").GetString().ShouldBe(LastEvent.AddDays(1 - SalesDesk.Days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        (await TextAsync(shop, "csv")).ShouldContain($"bundle,{CardBundle},0,1,");
        (await TextAsync(shop, "html")).ShouldContain("530.00 EUR");
    }

    [Fact]
    public async Task Tick_NewDayOrPageLost_WritesAgain()
    {
        var shop = await ShopAsync();
        var desk = Desk(shop);
        await desk.TickAsync(default);
        var before = await TextAsync(shop, "html");

        await shop.Blobs.DeleteAsync(SalesDesk.File(Porch.Shop, "html"), ifMatch: null, default);
        (await desk.TickAsync(default)).ShouldHaveSingleItem().Through.ShouldBe(LastEvent);
        (await TextAsync(shop, "html")).ShouldBe(before);

        // A day that nothing happened on is over too once something has happened after it; today never is.
        shop.Clock.Advance(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero) - shop.Clock.GetUtcNow());
        (await desk.TickAsync(default)).ShouldBeEmpty();
        shop.Buy(38.2, "v1", "o2", "camera-1");
        await shop.FlushAsync();
        (await desk.TickAsync(default)).ShouldHaveSingleItem().Through.ShouldBe(desk.Yesterday);
        (await desk.TickAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tick_ReportThatCannotBeRead_IsWrittenAnew_AndAShopThatFailsIsNamed()
    {
        var shop = await ShopAsync();
        var desk = Desk(shop);
        await desk.TickAsync(default);
        await shop.Blobs.PutAsync(SalesDesk.File(Porch.Shop, "json"), new MemoryStream("{"u8.ToArray()), BlobCondition.None, default);
        (await desk.TickAsync(default)).ShouldHaveSingleItem().Fault.ShouldBeNull();

        await shop.Blobs.DeleteAsync(SalesDesk.File(Porch.Shop, "html"), ifMatch: null, default);
        await shop.SpoilBookAsync();
        (await desk.TickAsync(default)).ShouldHaveSingleItem().Fault.ShouldNotBeNull();
    }

    private static async Task<SalesShop> ShopAsync()
    {
        var shop = await OpenAsync();
        shop.React(20, "v1", "click", CardBundle, shop.Id()).Buy(20.5, "v1", "o1", "camera-1 sd-64");
        await shop.FlushAsync();
        await new ShopDirectory(shop.Blobs).SaveSettingsAsync(Porch.Shop, new ShopSettings(), default);
        return shop;
    }

    private static SalesDesk Desk(SalesShop shop) => new(shop.Blobs, new ShopDirectory(shop.Blobs), shop.Reporter, shop.Clock);

    private static async Task<string> TextAsync(SalesShop shop, string extension)
    {
        await using var blob = (await shop.Blobs.OpenAsync(SalesDesk.File(Porch.Shop, extension), default)).ShouldNotBeNull();
        using var reader = new StreamReader(blob.Content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
