using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Shouldly;

namespace BundleFunctions.Testing;

/// <summary>The sales report in SQL, by DuckDB over the lake's Parquet files: written from <c>docs/feedback.md</c>, and none of the product's code has a part in it.</summary>
/// <remarks>Holds for bundles of two products, fewer than two hundred reactions and ten orders a visitor and day, and refunds of one line each that come
/// once: what goes beyond has tests of its own.</remarks>
public static class SalesOracle
{
    /// <summary>Compares every figure of the report's tables.</summary>
    /// <param name="figures">Of the report.</param>
    /// <param name="blobs">Where the lake lies.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="facts">What is not in the lake.</param>
    public static async Task AgreesAsync(SortedDictionary<string, double> figures, IBlobStore blobs, ShopId shop, SalesFacts facts)
    {
        var folder = Directory.CreateTempSubdirectory("sales");
        try
        {
            await SaveAsync(blobs, shop, folder.FullName);
            var sql = $"{Facts(facts)}\n{await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Sales", "sales.sql"))}"
                .Replace("$LAKE", folder.FullName, StringComparison.Ordinal);
            var expected = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var row in await DuckDb.QueryAsync(sql))
            {
                expected.Add(row.GetProperty("figure").GetString()!, row.GetProperty("amount").GetDouble());
            }

            var wrong = expected.Keys.Union(figures.Keys)
                .Where(name => Math.Abs(expected.GetValueOrDefault(name) - figures.GetValueOrDefault(name)) > 1e-4 + (1e-7 * Math.Abs(expected.GetValueOrDefault(name))))
                .Select(name => FormattableString.Invariant($"{name}: SQL has {expected.GetValueOrDefault(name)}, the report {figures.GetValueOrDefault(name)}"))
                .ToList();
            wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(40)));
            expected.Count.ShouldBeGreaterThan(100);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SaveAsync(IBlobStore blobs, ShopId shop, string folder)
    {
        await foreach (var part in blobs.ListAsync(BlobLayout.Lake, $"{shop}/", default))
        {
            var path = Path.Combine(folder, Path.Combine(part.Name.Path.Split('/')[1..]));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var blob = await blobs.OpenAsync(part.Name, default);
            await using var file = File.Create(path);
            await blob!.Content.CopyToAsync(file);
        }
    }

    private static string Facts(SalesFacts facts)
    {
        var request = facts.Request;
        return $"""
            CREATE TABLE asked AS SELECT DATE '{Day(request.From)}' AS first, DATE '{Day(request.To)}' AS last, {request.WindowDays} AS windowDays,
              {request.ReturnDays} AS returnDays, {request.PriorDays} AS priorDays, '{facts.Currency}' AS currency, {Text(facts.Model)} AS model, {(facts.Held is null ? "false" : "true")} AS holds;
            {Table("product", "product VARCHAR, price DECIMAL(18,8), cost DECIMAL(18,8), currency VARCHAR, category VARCHAR, path VARCHAR, grp VARCHAR", facts.Products.Select(product => $"{Text(product.ProductId)},{Number(product.Price)},{Number(product.Cost)},{Text(product.Currency)},{Text(product.Categories is [var path, ..] ? path.Split('/')[0] : "(none)")},{Text(product.Categories is [var whole, ..] ? whole : null)},{Text(product.GroupId)}"))}
            {Table("bundle", "bundle VARCHAR, anchor VARCHAR, other VARCHAR", facts.Bundles.Select(bundle => $"{Text(bundle.Key)},{Text(bundle.Value[0])},{Text(bundle.Value[1])}"))}
            {Table("known", "id VARCHAR, variant VARCHAR, rule VARCHAR", facts.Ids.Select(id => $"{Text(id.Key)},{Text(id.Value.Variant)},{Text(id.Value.Rule)}"))}
            {Table("member", "person VARCHAR, segment VARCHAR", facts.Segments.Select(member => $"{Text(member.Key)},{Text(member.Value)}"))}
            {Table("held", "unit VARCHAR", (facts.Held ?? []).Select(visitor => Text(visitor)))}
            """;
    }

    private static string Table(string name, string columns, IEnumerable<string> rows) =>
        $"CREATE TABLE {name} ({columns});\n{string.Concat(rows.Select(row => $"INSERT INTO {name} VALUES ({row});\n"))}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "NULL";

    private static string Text(object? text) => text is null ? "NULL" : $"'{text.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'";
}
