using System.Globalization;
using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Constraints;
using BundleFunctions.Bundling.Search;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Bundling;

/// <summary>Holds <c>docs/bundles.md</c> to the code.</summary>
public sealed class BundlesDocTests
{
    private static readonly string Doc = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "bundles.md")).ReplaceLineEndings("\n");

    [Fact]
    public void WorkedExample_IsWhatTheCodeComputes()
    {
        var evidence = new Evidence(320, 1000, 500, 10_000);
        var lower = WilsonInterval.LowerBound(320, 1000);
        var value = BundleValue.Of(lower, [1], [0.05]);
        var culture = CultureInfo.InvariantCulture;

        Doc.ShouldContain(string.Create(
            culture,
            $"support {evidence.Support:0.000}, confidence {evidence.Confidence:0.000}, lift {evidence.Lift:0.00}, its 95 % interval {evidence.Lift95.Low:0.00} to {evidence.Lift95.High:0.00}"));
        Doc.ShouldContain(string.Create(culture, $"confidence is {lower:0.000}; the card is in 0.050 of all orders; the pair's value is {value:0.000} extra"));
    }

    [Fact]
    public void Codes_AreThoseOfTheConstraints()
    {
        var codes = typeof(ConstraintCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        var rows = Doc.Split("\n## Constraints\n")[1].Split("Settings, under")[0];

        rows.Split('`').Where((_, i) => i % 2 == 1).Where(text => text.All(c => char.IsAsciiLetterLower(c) || c == '_') && text != "requires" && text != "excludes")
            .ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void SettingsSample_CanBeUsed()
    {
        var sample = Doc.Split("```json\n")[1].Split("```")[0];
        var settings = ShopSettingsText.Parse(
            JsonSerializer.Deserialize($$$"""{"bundling":{"constraints":{{{sample}}}}}""", ShopJson.Default.JsonObject)!);

        settings.Validate().ShouldBeNull();
        var constraints = settings.Bundling.Constraints;
        (constraints.Fits.Count, constraints.Classes.Count, constraints.Bans.Count, constraints.Pins.Count).ShouldBe((1, 3, 1, 1));
        constraints.Classes[2].Policy.ShouldBe(ClassPolicy.NotWith);
        constraints.Pins[0].QuantityOf(1).ShouldBe(2);
    }

    [Fact]
    public void Options_AreThoseOfTheRecordsWithTheirDefaults()
    {
        Rows("From counts to bundles").ShouldBe(Defaults(new BundlingOptions()), ignoreOrder: true);
        Rows("Around carts, sessions and themes").ShouldBe(Defaults(new BundleSearchOptions()), ignoreOrder: true);
    }

    private static IEnumerable<string> Rows(string section) => Doc.Split($"\n## {section}\n")[1].Split("\n## ")[0].Split("| Option")[1].Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => $"{cells[1].Trim('`')}={cells[3].Trim('`')}");

    private static IEnumerable<string> Defaults(object options) => options.GetType().GetProperties()
        .Where(property => property.PropertyType.IsValueType)
        .Select(property => $"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}={Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture)}");
}
