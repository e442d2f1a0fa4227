using Xunit.Abstractions;
namespace BundleFunctions.Core.Tests.Assistant;
public sealed class ZzDump(AskedShops shops, ITestOutputHelper output) : IClassFixture<AskedShops>
{
    [Fact]
    public async Task Dump()
    {
        foreach (var l in new[] { "en", "zh" })
        foreach (var q in AskedQuestion.Read(l).Where(q => q.Half == "tuning"))
        {
            var a = await shops[q.Shop].AskAsync(q);
            output.WriteLine($"== {q.Ask}  [{a.Intent} {a.Strategy} cat={a.Slots.Category} prod={string.Join(',', a.Slots.Products ?? [])} {a.Slots.MinPrice}-{a.Slots.MaxPrice} q={a.Slots.Quantity} occ={a.Slots.Occasion}]\n{a.Message}\n   -> {string.Join(" | ", a.FollowUps.Select(f => $"{f.Text}({f.ProductId}{(f.BundleId is null ? "" : "b")})"))}");
        }
    }
}
