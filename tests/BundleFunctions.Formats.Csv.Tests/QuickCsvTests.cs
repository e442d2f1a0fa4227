using System.Text;
using System.Text.Json;
using BundleFunctions.Testing;

namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>Rows that are cut at separators alone are the rows that CsvHelper reads. One doubled quote in the first row has CsvHelper read them all.</summary>
public sealed class QuickCsvTests
{
    private const string Header =
        "eventId,type,occurredAt,visitorId,userId,orderId,productId,quantity,unitPrice,discount,title,currency,query,rating,consentAnalytics,userAgent,colour";

    private static readonly string[][] Columns =
    [
        ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "", "", "é"],
        ["view", "purchase", "search", "rating", "add_to_cart", "VIEW", ""],
        ["2026-02-01T10:00:00Z", "2026-02-01T10:00:00.5+01:00", "2026-02-30T10:00:00Z", "2026-02-01 10:00:00Z", ""],
        ["v1", "v2", "ü", " v", "", "\"v3\""],
        ["u1", "12", "12.5", "", "a user id of more than sixteen"],
        ["o1", "", ""],
        ["p1", "p2", "007", "", "\"p,3\""],
        ["1", "2", "007", "0", "x", "", "1.0"],
        ["5", "19.90", "\"5,50\"", "-1", "", "1e3"],
        ["", "", "1", "6"],
        ["A thing", " Gerät ", "", "\"Bags, blue\"", "\t"],
        ["EUR", "eur", "EURO", ""],
        ["bag", "", "größe"],
        ["5", "4.5", "6", ""],
        ["true", "False", "1", "", "yes"],
        ["Mozilla/5.0", "Googlebot/2.1", ""],
        ["red", "\"\"", ""],
    ];

    [Theory]
    [InlineData(1, "\n")]
    [InlineData(2, "\r\n")]
    [InlineData(3, "\n")]
    public async Task Ingest_SimpleRows_AreWhatTheLibraryReads(int seed, string lineEnd)
    {
        var rows = string.Concat(Rows(new Random(seed), lineEnd, 2000));

        var quick = await TakeAsync(string.Concat(Header, lineEnd, "ab", lineEnd, rows));
        var byLibrary = await TakeAsync(string.Concat(Header, lineEnd, "\"a\"\"b\"", lineEnd, rows));

        quick.ShouldBe(byLibrary);
    }

    [Fact]
    public async Task Ingest_RowThatIsNotSimpleLateInAFile_KeepsLinesAndRowsBehindIt()
    {
        // More than one chunk of simple rows, then a quoted line break.
        var rows = string.Concat(Rows(new Random(4), "\n", 9000));
        var odd = "e9,view,2026-02-01T10:00:00Z,v1,,,p1,,,,\"two\nlines\",,,,,,\nx\n";

        var quick = await TakeAsync(string.Concat(Header, "\nab\n", rows, odd));
        var byLibrary = await TakeAsync(string.Concat(Header, "\n\"a\"\"b\"\n", rows, odd));

        quick.ShouldBe(byLibrary);
        quick.ShouldContain($"\"Line\":{9000 + 2 + 3},");
    }

    private static IEnumerable<string> Rows(Random random, string lineEnd, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var fields = Columns.Select(values => values[random.Next(random.Next(3) == 0 ? values.Length : Math.Min(values.Length, 2))]);
            yield return random.Next(200) == 0 ? lineEnd : string.Join(',', fields.Take(random.Next(50) == 0 ? 3 : Columns.Length)) + lineEnd;
        }
    }

    // Everything that a file leaves, as text.
    private static async Task<string> TakeAsync(string file)
    {
        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new Shops.ShopSettings { MaxRejectShare = 1 });
        var report = await porch.IngestAsync("a.csv", Encoding.UTF8.GetBytes(file));
        return string.Join('\n', (string[])
        [
            $"{report.Status} {report.RecordsRead} {report.Accepted} {report.Duplicates} {report.UnknownFields}",
            .. (await porch.RejectsAsync()).Select(reject => JsonSerializer.Serialize(reject)),
            .. (await porch.EventsAsync()).Select(shopEvent => JsonSerializer.Serialize(shopEvent)),
        ]);
    }
}
