using System.Reflection;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

public sealed class EventSchemaDocTests
{
    private static readonly string Doc = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "event-schema.md"));

    [Fact]
    public void Doc_EveryCode_IsExplained()
    {
        var codes = typeof(RejectCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Concat(ImportMaps.Names.SelectMany(name => ImportMaps.Find(name)!.Refuse.Select(rule => rule.Code))).ToList();

        codes.Count.ShouldBeGreaterThan(30);
        codes.Where(code => !Doc.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Doc_EveryFieldAndMap_IsNamed()
    {
        var names = ImportMaps.Names.Concat(Enum.GetNames<EventField>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));

        names.Where(name => !Doc.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
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

    private static string Sample(string language, int index) => Doc.Split($"```{language}\n")[index + 1].Split("```")[0];
}
