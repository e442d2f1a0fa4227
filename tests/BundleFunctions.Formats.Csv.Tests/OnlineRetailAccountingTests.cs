using System.Diagnostics;
using System.Globalization;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Xunit.Abstractions;

namespace BundleFunctions.Formats.Csv.Tests;

/// <summary>A whole shop's files, every line accounted for: each class of reason is counted a second time by DuckDB in SQL over the same CSV.</summary>
public sealed class OnlineRetailAccountingTests(ITestOutputHelper output)
{
    // The rules, said a second time in another language: what is no product, what has no price, what has no count, what stands there twice.
    private const string Sql = """
        WITH rows AS (
            SELECT parse_filename(filename) AS file, InvoiceNo, StockCode, trim(coalesce(Description, '')) AS title, InvoiceDate, coalesce(CustomerID, '') AS customer,
                   CAST(Quantity AS BIGINT) * (CASE WHEN InvoiceNo LIKE 'C%' THEN -1 ELSE 1 END) AS pieces, CAST(UnitPrice AS DOUBLE) AS price
            FROM read_csv('{FILES}', header = true, all_varchar = true, filename = true)
        ), judged AS (
            SELECT *, CASE WHEN NOT regexp_matches(StockCode, '^[0-9]{5}') THEN 'pseudo_product'
                           WHEN price <= 0 THEN 'price_not_positive'
                           WHEN pieces < 1 OR pieces > 100000 THEN 'quantity_out_of_range'
                           ELSE '' END AS code
            FROM rows
        ), counted AS (
            SELECT file, code, count(*) AS all_rows,
                   count(DISTINCT (InvoiceNo, StockCode, title, pieces, InvoiceDate, price, customer)) AS different
            FROM judged GROUP BY file, code
        )
        SELECT file, code, CAST(all_rows AS INTEGER) AS n FROM counted WHERE code <> ''
        UNION ALL SELECT file, 'accepted', CAST(different AS INTEGER) FROM counted WHERE code = ''
        UNION ALL SELECT file, 'duplicates', CAST(all_rows - different AS INTEGER) FROM counted WHERE code = ''
        """;

    [RetailOracleFact]
    public async Task Ingest_WholeShop_AccountsForEveryLineAsDuckDbDoes()
    {
        var folder = RealData.Folder("online-retail");
        var wanted = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in await DuckDb.QueryAsync(Sql.Replace("{FILES}", Path.Combine(folder, "*.csv").Replace('\\', '/'), StringComparison.Ordinal)))
        {
            Add(wanted, row.GetProperty("file").GetString()!, row.GetProperty("code").GetString()!, row.GetProperty("n").GetInt64());
        }

        var porch = new Porch(new CsvRows());
        await porch.SaveSettingsAsync(new ShopSettings { EventMap = "online-retail" });
        var found = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var files = Directory.GetFiles(folder, "*.csv");
        var (records, clock) = (0L, Stopwatch.StartNew());
        foreach (var path in files)
        {
            var file = Path.GetFileName(path);
            var report = await porch.IngestAsync(file, await File.ReadAllBytesAsync(path));
            records += report.RecordsRead;
            (report.Accepted + report.Duplicates + report.Rejected.Values.Sum()).ShouldBe(report.RecordsRead, file);
            foreach (var (code, count) in report.Rejected.Append(new("accepted", report.Accepted)).Append(new("duplicates", report.Duplicates)))
            {
                Add(found, file, code, count);
            }
        }

        var taken = clock.Elapsed;
        found.Where(pair => wanted.GetValueOrDefault(pair.Key) != pair.Value).ShouldBeEmpty();
        wanted.Where(pair => found.GetValueOrDefault(pair.Key) != pair.Value).ShouldBeEmpty();

        // Whatever has a count below one in these files has no price either, and is refused for that first.
        wanted.Keys.Select(key => key.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["accepted", "duplicates", "price_not_positive", "pseudo_product"]);
        output.WriteLine($"{files.Length} files, {records} records in {taken.TotalSeconds:F2} s ({records / taken.TotalSeconds:F0} records/s)");
    }

    private static void Add(SortedDictionary<string, long> counts, string file, string code, long count)
    {
        if (count > 0)
        {
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{file} {code}"), count);
        }
    }

    /// <summary>Needs the data and DuckDB; reported as skipped where either is absent.</summary>
    private sealed class RetailOracleFactAttribute : FactAttribute
    {
        public RetailOracleFactAttribute() => Skip = new RealDataFactAttribute("online-retail").Skip ?? new DuckDbFactAttribute().Skip;
    }
}
