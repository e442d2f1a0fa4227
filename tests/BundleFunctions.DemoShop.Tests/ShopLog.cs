using System.IO.Compression;
using System.Text.Json;
using BundleFunctions.DemoShop.Files;

namespace BundleFunctions.DemoShop.Tests;

/// <summary>The default shop's files as an outsider reads them: lines to JSON, by the framework's own reader and gunzip.</summary>
public sealed class ShopLog
{
    public ShopLog()
    {
        Shop = DemoShopGenerator.Generate(new DemoShopOptions());
        Files = [.. Shop.Files()];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files.Where(file => file.Kind == DemoFileKind.Events))
        {
            var bad = file.Dirt.Select(dirt => dirt.Line).ToHashSet();
            var lines = Lines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (!bad.Contains(i + 1) && Read(lines[i]) is var happened && seen.Add(happened.EventId))
                {
                    Events.Add(happened);
                }
            }
        }
    }

    public SeededShop Shop { get; }

    public IReadOnlyList<DemoFile> Files { get; }

    /// <summary>Every good event once.</summary>
    public List<LoggedEvent> Events { get; } = [];

    /// <summary>Distinct products of each order.</summary>
    public IEnumerable<string[]> Orders => Events.Where(e => e.Type == "purchase").Select(e => e.Products);

    /// <summary>Distinct products that each session viewed.</summary>
    public IEnumerable<string[]> Views => Events.Where(e => e.Type == "view")
        .GroupBy(e => e.Session)
        .Select(session => session.SelectMany(e => e.Products).Distinct().ToArray());

    /// <summary>Counts over <see cref="Orders"/>.</summary>
    public PairCounts OrderCounts => field ??= new PairCounts(Orders);

    public static string[] Lines(DemoFile file)
    {
        using Stream plain = new MemoryStream(file.Content.ToArray());
        using Stream opened = file.Name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(plain, CompressionMode.Decompress) : plain;
        using var reader = new StreamReader(opened);
        var text = reader.ReadToEnd();
        text.ShouldEndWith("\n");
        return text[..^1].Split('\n');
    }

    private static LoggedEvent Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new LoggedEvent(
            Text("eventId")!,
            Text("type")!,
            DateTimeOffset.Parse(Text("occurredAt")!, System.Globalization.CultureInfo.InvariantCulture),
            Text("visitorId")!,
            Text("userId"),
            Text("sessionId"),
            Text("orderId"),
            Text("userAgent")!,
            root.TryGetProperty("consent", out _),
            root.TryGetProperty("items", out var items) ? [.. items.EnumerateArray().Select(Item)] : []);

        string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static LoggedItem Item(JsonElement item) => new(
        item.GetProperty("productId").GetString()!,
        item.GetProperty("quantity").GetInt32(),
        item.TryGetProperty("unitPrice", out var price) ? price.GetDecimal() : null,
        item.TryGetProperty("discount", out var discount) ? discount.GetDecimal() : null);
}
