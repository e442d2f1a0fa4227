using System.Globalization;
using System.Text.Json;
using BundleFunctions.Lake;
using BundleFunctions.Lake.Parquet;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Lake;

/// <summary>Our parts and somebody else's Parquet, read by each other.</summary>
public sealed class DuckDbPartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parts");

    [DuckDbFact]
    public async Task DuckDb_OurPart_HasEveryFieldOfEveryEvent()
    {
        foreach (var codec in new[] { ParquetCodec.Uncompressed, ParquetCodec.Gzip })
        {
            var events = LakeEvents.Make(34_000, seed: 3);
            var rows = await DuckDb.QueryAsync(
                $"SELECT * REPLACE (epoch_us(\"occurredAt\") AS \"occurredAt\") FROM read_parquet('{Save(events, codec)}')");

            string.Join("\n", rows.Select(Row)).ShouldBe(string.Join("\n", events.Select(Row)));
        }
    }

    [DuckDbFact]
    public async Task DuckDb_OurPart_HasTheTypesThatTheDocumentNames()
    {
        var rows = await DuckDb.QueryAsync($"DESCRIBE SELECT * FROM read_parquet('{Save(LakeEvents.Make(10), ParquetCodec.Uncompressed)}')");

        rows.Select(row => $"{row.GetProperty("column_name")} {row.GetProperty("column_type")}").ShouldBe(
        [
            "eventId VARCHAR",
            "type VARCHAR",
            "occurredAt TIMESTAMP WITH TIME ZONE",
            "visitor VARCHAR",
            "user VARCHAR",
            "session VARCHAR",
            "order VARCHAR",
            "items STRUCT(productId VARCHAR, quantity INTEGER, unitPrice DECIMAL(18,8), discount DECIMAL(18,8), title VARCHAR)[]",
            "currency VARCHAR",
            "query VARCHAR",
            "rating DECIMAL(18,8)",
            "channel VARCHAR",
            "recommendationId VARCHAR",
            "bundleId VARCHAR",
            "consent STRUCT(personalization BOOLEAN, analytics BOOLEAN)",
            "robot VARCHAR",
        ]);
    }

    [DuckDbFact]
    public async Task Decode_DuckDbsCopy_GivesTheSameEvents()
    {
        var events = LakeEvents.Make(5000, seed: 4);
        var ours = Save(events, ParquetCodec.Uncompressed);
        foreach (var options in new[] { "", ", COMPRESSION gzip", ", COMPRESSION uncompressed, ROW_GROUP_SIZE 2048", ", PARQUET_VERSION v2" })
        {
            var theirs = Path.Combine(_folder.FullName, "theirs.parquet");
            await DuckDb.QueryAsync($"COPY (SELECT * FROM read_parquet('{ours}')) TO '{theirs}' (FORMAT parquet{options})");

            PartCodecTests.Texts(PartCodecTests.Decode(File.ReadAllBytes(theirs))).ShouldBe(PartCodecTests.Texts(events), $"options '{options}'");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Row(JsonElement row)
    {
        var fields = row.EnumerateObject().Where(field => field.Name is not ("occurredAt" or "items" or "consent"))
            .Select(field => $"{field.Name}={field.Value}");
        var items = row.GetProperty("items").EnumerateArray()
            .Select(item => string.Join(',', item.EnumerateObject().Select(field => field.Value.ToString())));
        var consent = row.GetProperty("consent") is { ValueKind: JsonValueKind.Object } said
            ? $"{said.GetProperty("personalization").GetBoolean()},{said.GetProperty("analytics").GetBoolean()}"
            : null;
        return $"{string.Join(';', fields)};at={row.GetProperty("occurredAt")};[{string.Join('|', items)}];{consent}";
    }

    private static string Row(ShopEvent e)
    {
        var items = e.Items.Select(item =>
            $"{item.ProductId},{item.Quantity},{Number(item.UnitPrice)},{Number(item.Discount)},{item.Title}");
        var type = JsonSerializer.SerializeToElement(e.Type).GetString();
        var consent = e.Consent is { } said ? $"{said.Personalization},{said.Analytics}" : null;
        return $"eventId={e.EventId};type={type};visitor={e.Visitor};user={e.User};session={e.Session};order={e.Order};currency={e.Currency};"
            + $"query={e.Query};rating={Number(e.Rating)};channel={e.Channel};recommendationId={e.RecommendationId};bundleId={e.BundleId};robot={e.Robot};"
            + $"at={LakeUnits.Microseconds(e.OccurredAt)};[{string.Join('|', items)}];{consent}";
    }

    private static string? Number(decimal? value) => value?.ToString("F8", CultureInfo.InvariantCulture);

    private string Save(List<ShopEvent> events, ParquetCodec codec)
    {
        var path = Path.Combine(_folder.FullName, $"ours-{codec}.parquet");
        File.WriteAllBytes(path, PartCodecTests.Encode(events, codec));
        return path;
    }
}
