using BundleFunctions.Ports;
using BundleFunctions.Shops;
using BundleFunctions.Testing;
using Microsoft.Data.Sqlite;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>A shop's lake in a SQL database: raw lines, and orders net of refunds, none of it through the product's own readers.</summary>
/// <remarks>Holds for lakes of which every part is committed and every refund names its order, as in the demo shop.</remarks>
internal sealed class SqlLake : IDisposable
{
    private const string Orders = """
        CREATE TABLE held AS
        SELECT coalesce('o|' || (body ->> '$.order'), 'e|' || event.id) AS buyer, item.value ->> '$.productId' AS product
        FROM event, json_each(body, '$.items') AS item
        WHERE body ->> '$.type' IN ('purchase', 'refund') AND coalesce(body ->> '$.consent.analytics', 1) = 1
        GROUP BY 1, 2
        HAVING sum((item.value ->> '$.quantity') * iif(body ->> '$.type' = 'refund', -1, 1)) > 0;
        CREATE INDEX held_product ON held (product, buyer);
        """;

    private readonly SqliteConnection _database = new("Data Source=:memory:");

    /// <summary>Copies the lake into the database. DuckDB reads the files, as anybody could; needs it installed.</summary>
    public static async Task<SqlLake> ReadAsync(IBlobStore blobs, ShopId shop)
    {
        var lake = new SqlLake();
        await lake._database.OpenAsync();
        await using var transaction = await lake._database.BeginTransactionAsync();
        await lake.ExecuteAsync("CREATE TABLE event (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
        await using var insert = lake._database.CreateCommand();
        insert.CommandText = "INSERT OR IGNORE INTO event SELECT $line ->> '$.eventId', $line";
        var line = insert.Parameters.Add("$line", SqliteType.Text);
        var folder = Directory.CreateTempSubdirectory("lake");
        try
        {
            foreach (var text in File.ReadLines(await LinesAsync(blobs, shop, folder.FullName)))
            {
                line.Value = text;
                await insert.ExecuteNonQueryAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await lake.ExecuteAsync(Orders);
        await transaction.CommitAsync();
        return lake;
    }

    private static async Task<string> LinesAsync(IBlobStore blobs, ShopId shop, string folder)
    {
        await foreach (var part in blobs.ListAsync(BlobLayout.Lake, $"{shop}/", CancellationToken.None))
        {
            var path = Path.Combine(folder, Path.Combine(part.Name.Path.Split('/')[1..]));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var blob = await blobs.OpenAsync(part.Name, CancellationToken.None);
            await using var file = File.Create(path);
            await blob!.Content.CopyToAsync(file);
        }

        var lines = Path.Combine(folder, "lines.ndjson");
        await DuckDb.QueryAsync(
            $"COPY (SELECT * FROM read_parquet('{folder}/day=*/*.parquet', hive_partitioning = true)) TO '{lines}' (FORMAT json)");
        return lines;
    }

    /// <summary>Refunds that no order is named for: none, or the table of orders means nothing.</summary>
    public Task<long> CountRefundsWithoutOrderAsync() =>
        ScalarAsync<long>("SELECT count(*) FROM event WHERE body ->> '$.type' = 'refund' AND body ->> '$.order' IS NULL", []);

    /// <summary>Orders that still hold something.</summary>
    public Task<long> CountOrdersAsync() => ScalarAsync<long>("SELECT count(DISTINCT buyer) FROM held", []);

    /// <summary>Orders that still hold all of the products.</summary>
    public Task<long> CountOrdersAsync(IReadOnlyList<string> products) => ScalarAsync<long>(
        $"SELECT count(*) FROM (SELECT buyer FROM held WHERE product IN ({string.Join(',', products.Select((_, i) => $"$p{i}"))}) GROUP BY buyer HAVING count(*) = {products.Count})",
        products);

    /// <summary>Lift and its bounds, by the formula of <c>docs/bundles.md</c>.</summary>
    public async Task<double[]> MeasureLiftAsync(long orders, long anchorOrders, long restOrders, long totalOrders)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = $"""
            WITH c AS (SELECT {orders}.0 AS both, {anchorOrders}.0 AS a, {restOrders}.0 AS r, {totalOrders}.0 AS n),
                 l AS (SELECT *, both * n / (a * r) AS lift FROM c),
                 s AS (SELECT *, exp(1.959963984540054 * sqrt(max(0, 1 / both - 1 / a - 1 / r + (2 * lift - 1) / n))) AS spread FROM l)
            SELECT lift, lift / spread, lift * spread FROM s
            """;
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return [row.GetDouble(0), row.GetDouble(1), row.GetDouble(2)];
    }

    public void Dispose() => _database.Dispose();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> ScalarAsync<T>(string sql, IReadOnlyList<string> products)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < products.Count; i++)
        {
            command.Parameters.AddWithValue($"$p{i}", products[i]);
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }
}
