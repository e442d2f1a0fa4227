using System.Reflection;
using System.Text.Json;
using BundleFunctions.Catalogue;
using BundleFunctions.Catalogue.Maps;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

public sealed class EventSchemaDocTests
{
    private static readonly string Maps = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "import-maps.md"));
    private static readonly string Doc = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "event-schema.md"));

    [Fact]
    public void Doc_EveryCode_IsExplained()
    {
        var codes = typeof(RejectCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Concat(MapRules().Select(rule => rule.Code)).ToList();

        codes.Count.ShouldBeGreaterThan(30);
        codes.Where(code => !Doc.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Doc_CodesExplained_AreAllOfOurs()
    {
        var codes = typeof(RejectCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Concat(MapRules().Select(rule => rule.Code)).ToHashSet(StringComparer.Ordinal);

        Doc[Doc.IndexOf("## Codes", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(code => code.Trim(' ', '`'))
            .Where(code => !codes.Contains(code))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Doc_EventFields_AreThoseOfTheCode()
    {
        string[] inItems = ["productId", "quantity", "unitPrice", "discount", "title"];
        var wanted = Enum.GetNames<EventField>().Select(JsonNamingPolicy.CamelCase.ConvertName)
            .Select(name => inItems.Contains(name) ? $"items[].{name}" : name.StartsWith("consent", StringComparison.Ordinal) ? "consent" : name)
            .Append("items")
            .ToHashSet(StringComparer.Ordinal);

        Rows("## Events").SelectMany(row => row[0].Split(',')).Select(name => name.Trim(' ', '`')).Order(StringComparer.Ordinal)
            .ShouldBe(wanted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Doc_EventTypes_AreThoseOfTheCode() =>
        Rows("## Events").Single(row => row[0].Contains("`type`", StringComparison.Ordinal))[1].Split(',').Select(type => type.Trim(' ', '`'))
            .ShouldBe(Enum.GetValues<EventType>().Select(type => JsonSerializer.Serialize(type).Trim('"')));

    [Fact]
    public void Doc_Limits_AreThoseOfTheCode()
    {
        (string Field, string Limit)[] limits =
        [
            ("`items`", $"{IntakeLimits.ItemsPerEvent:N0}"),
            ("`items[].quantity`", $"{IntakeLimits.Quantity:N0}"),
            ("`items[].unitPrice`", $"{IntakeLimits.Price:N0}"),
            ("`items[].title`", $"{IntakeLimits.TitleLength}"),
            ("`query`", $"{IntakeLimits.QueryLength}"),
            ("`channel`", $"{IntakeLimits.ChannelLength}"),
            ("`userAgent`", $"{IntakeLimits.UserAgentLength:N0}"),
            ("`visitorId`", $"{IntakeLimits.PersonalIdLength}"),
        ];

        limits.Where(limit => !Rows("## Events").Single(row => row[0].Split(',').Any(name => name.Trim() == limit.Field))[1].Contains(limit.Limit, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Doc_ProductFields_AreNamed() =>
        Enum.GetNames<ProductField>().Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`").Concat(["`categories[]`", "`attributes{}`", "`requires[]`", "`excludes[]`"])
            .Where(name => !Doc.Contains(name, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void MapsDoc_EveryMapAndSetting_IsExplained()
    {
        Type[] types =
        [
            typeof(ImportMap), typeof(CatalogueMap), typeof(ImportItems), typeof(ImportTime), typeof(ImportRefunds), typeof(ImportRefusal),
            typeof(ImportList), typeof(ImportAttributes),
        ];
        var settings = types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(property => $"`{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}`");
        var enums = new[] { typeof(MapFormat), typeof(OtherTypes), typeof(RefundSign) }.SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName);

        settings.Concat(ImportMaps.Names.Concat(CatalogueMaps.Names).Select(name => $"| `{name}`"))
            .Concat(enums)
            .Where(name => !Maps.Contains(name, StringComparison.Ordinal))
            .ShouldBeEmpty();
        ImportMaps.Names.Where(name => !Doc.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task MapsDoc_SampleMaps_CanBeUsed()
    {
        var porch = new Porch(new JsonOnly());
        var samples = Maps.Split("```json\n").Skip(1).Select(part => part.Split("```")[0]).ToList();

        await new ShopMaps(porch.Blobs).SaveEventMapAsync(Porch.Shop, System.Text.Encoding.UTF8.GetBytes(samples[1]), default);
        await porch.DropAsync(BlobLayout.ShopSettings(Porch.Shop), samples[0]);
        (await new ShopDirectory(porch.Blobs).GetSettingsAsync(Porch.Shop, default)).EventMap.ShouldBe("ga4");
    }

    [Fact]
    public async Task Doc_SampleEvents_AreAccepted()
    {
        var porch = new Porch(new JsonOnly());

        var events = await porch.IngestAsync("a.ndjson", Sample("ndjson", 0));
        var rows = await porch.IngestAsync("a.csv", Sample("csv", 0));

        (events.Accepted, events.RecordsRead, events.UnknownFields).ShouldBe((6, 6, 0));
        (rows.Accepted, rows.RecordsRead, rows.UnknownFields).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Doc_SampleProduct_IsAccepted() =>
        (await new Porch(new JsonOnly()).IngestCatalogueAsync("p.ndjson", Sample("ndjson", 1))).Accepted.ShouldBe(1);

    private static IEnumerable<ImportRefusal> MapRules() => ImportMaps.Names.Select(name => ImportMaps.Find(name)!).SelectMany(map => map.Refuse.Concat(map.LeaveOut))
        .Concat(CatalogueMaps.Names.Select(name => CatalogueMaps.Find(name)!).SelectMany(map => map.Refuse.Concat(map.LeaveOut)));

    /// <summary>The rows of the first table below a heading.</summary>
    private static List<string[]> Rows(string heading) =>
        [.. Doc[Doc.IndexOf(heading, StringComparison.Ordinal)..].Split('\n').SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|'))];

    private static string Sample(string language, int index) => Doc.Split($"```{language}\n")[index + 1].Split("```")[0];
}
