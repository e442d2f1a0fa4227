using System.Text.Json;
using BundleFunctions.DemoShop.Dirt;

namespace BundleFunctions.DemoShop.Tests;

[Collection(DefaultShopCollection.Name)]
public sealed class DirtTests(ShopLog log)
{
    [Fact]
    public void Dirt_DefaultShop_IsCountedTrulyAndOfEveryKind()
    {
        var dirt = log.Files.SelectMany(file => file.Dirt).ToArray();

        dirt.Length.ShouldBe(log.Shop.Options.DirtyLines);
        dirt.Select(bad => bad.Kind).Distinct().Order().ShouldBe(Enum.GetValues<DirtKind>());
    }

    [Fact]
    public void Dirt_Always_LiesWhereTheTruthSaysAndIsBadInTheWayItSays()
    {
        foreach (var file in log.Files)
        {
            var lines = ShopLog.Lines(file);
            foreach (var dirt in file.Dirt)
            {
                dirt.File.ShouldBe(file.Path);
                IsOf(dirt.Kind, lines[dirt.Line - 1]).ShouldBeTrue($"{dirt}: {lines[dirt.Line - 1]}");
            }
        }
    }

    [Fact]
    public void GoodLines_Always_AreOfKnownProductsInPositiveQuantities()
    {
        var known = log.Shop.Products.Select(product => product.ProductId.Value).ToHashSet();

        log.Events.SelectMany(e => e.Items).ShouldAllBe(item => known.Contains(item.ProductId) && item.Quantity > 0);
        log.Events.Where(e => e.Type != "search").ShouldAllBe(e => e.Items.Count > 0);
    }

    [Fact]
    public void Duplicates_DefaultShop_RepeatAnEarlierLineByteForByteInTheSameFileAndAcrossFiles()
    {
        var firstSeenIn = new Dictionary<string, string>(StringComparer.Ordinal);
        var (within, across) = (0, 0);
        foreach (var file in log.Files.Skip(1))
        {
            foreach (var line in ShopLog.Lines(file))
            {
                if (firstSeenIn.TryAdd(line, file.Name))
                {
                    continue;
                }

                if (firstSeenIn[line] == file.Name)
                {
                    within++;
                }
                else
                {
                    across++;
                }
            }
        }

        (within + across).ShouldBe(log.Shop.Options.DuplicateLines);
        log.Files.Sum(file => file.DuplicateLines).ShouldBe(log.Shop.Options.DuplicateLines);
        across.ShouldBe(log.Shop.Options.DuplicateLines / 2);
    }

    [Fact]
    public void Files_NoDirtAskedFor_HaveTheSameGoodLinesAndNoOthers()
    {
        var dirty = new DemoShopOptions { Products = 240, Visitors = 40, Orders = 100, Days = 8, Bundles = 10, DirtyLines = 37, DuplicateLines = 11 };
        var clean = dirty with { DirtyLines = 0, DuplicateLines = 0 };

        var dirtyFiles = DemoShopGenerator.Generate(dirty).Files().ToArray();
        var cleanFiles = DemoShopGenerator.Generate(clean).Files().ToArray();

        dirtyFiles.Sum(file => file.Dirt.Count).ShouldBe(37);
        dirtyFiles.Sum(file => file.Lines).ShouldBe(cleanFiles.Sum(file => file.Lines) + 37 + 11);
        foreach (var (bad, good) in dirtyFiles.Zip(cleanFiles))
        {
            var dirt = bad.Dirt.Select(d => d.Line).ToHashSet();
            ShopLog.Lines(bad).Where((_, i) => !dirt.Contains(i + 1)).Take(good.Lines).ShouldBe(ShopLog.Lines(good));
        }
    }

    private static bool IsOf(DirtKind kind, string line)
    {
        JsonElement root;
        try
        {
            root = JsonSerializer.Deserialize<JsonElement>(line);
        }
        catch (JsonException)
        {
            return kind == DirtKind.BrokenJson;
        }

        var item = root.GetProperty("items")[0];
        return kind switch
        {
            DirtKind.MissingType => !root.TryGetProperty("type", out _),
            DirtKind.UnknownType => root.GetProperty("type").GetString() == "teleport",
            DirtKind.MissingOccurredAt => !root.TryGetProperty("occurredAt", out _),
            DirtKind.MalformedOccurredAt => !root.GetProperty("occurredAt").TryGetDateTimeOffset(out _),
            DirtKind.MissingProductId => !item.TryGetProperty("productId", out _),
            DirtKind.NegativeQuantity => item.GetProperty("quantity").GetInt32() < 0,
            DirtKind.HugeQuantity => !item.GetProperty("quantity").TryGetInt32(out _),
            DirtKind.PriceNotANumber => item.GetProperty("unitPrice").ValueKind == JsonValueKind.String,
            DirtKind.UnknownProduct => item.GetProperty("productId").GetString() == "no-such-product-1",
            _ => false,
        };
    }
}
