using System.Text.Json;
using Xunit.Abstractions;
namespace BundleFunctions.Core.Tests.Assistant;
public sealed class ZzDump(AskedShops shops, ITestOutputHelper output) : IClassFixture<AskedShops>
{
    [Fact]
    public async Task Dump()
    {
        foreach (var l in new[] { "en", "zh" })
        {
            var n = 0; var all = AskedQuestion.Parse<AskedQuestion[]>($"assistant-later.{l}.json");
            foreach (var q in all)
            {
                var a = await shops[q.Shop].AskAsync(q);
                var i = JsonSerializer.Serialize(a.Intent).Trim('"');
                n += i == q.Intent ? 1 : 0;
                output.WriteLine($"{(i == q.Intent ? "ok " : "BAD")} {q.Ask}  [{i}, not {q.Intent} {a.Strategy} cat={a.Slots.Category} prod={string.Join(',', a.Slots.Products ?? [])} {a.Slots.MinPrice}-{a.Slots.MaxPrice} q={a.Slots.Quantity} occ={a.Slots.Occasion}] {a.Message.Split('\n')[0]}");
            }
            output.WriteLine($"LATER {l} {n}/{all.Length}");
        }
    }
}
