using System.Globalization;

namespace BundleFunctions.Testing;

/// <summary>UCI Online Retail as baskets of stock codes, read as the figures beside the data were: codes that start with five
/// digits, no cancellations, quantity and price above zero, two products or more.</summary>
public static class OnlineRetail
{
    public static IReadOnlyList<(string Invoice, DateTimeOffset At, string[] Items)> Read(string folder) =>
    [
        .. Sales(folder)
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .Select(rows => (rows.Key, At(rows.First()), rows.Select(row => row[1]).Distinct(StringComparer.Ordinal).ToArray()))
            .Where(order => order.Item3.Length >= 2),
    ];

    /// <summary>Lines that count, field by field.</summary>
    public static IEnumerable<string[]> Sales(string folder) => Rows(folder).Where(IsSale);

    /// <summary>Cancellations of the same goods: invoices that start with C, with the pieces below zero.</summary>
    public static IEnumerable<string[]> Cancellations(string folder) => Rows(folder)
        .Where(row => IsGoods(row) && row[0].StartsWith('C') && int.Parse(row[3], CultureInfo.InvariantCulture) < 0);

    private static bool IsSale(string[] row) =>
        IsGoods(row) && !row[0].StartsWith('C')
        && int.Parse(row[3], CultureInfo.InvariantCulture) > 0 && decimal.Parse(row[5], CultureInfo.InvariantCulture) > 0;

    private static bool IsGoods(string[] row) => row.Length == 8 && row[1].Length >= 5 && row[1].Take(5).All(char.IsAsciiDigit);

    private static IEnumerable<string[]> Rows(string folder) => Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).Skip(1))
        .Select(Fields);

    public static DateTimeOffset At(string[] row) =>
        DateTimeOffset.Parse(row[4], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string[] Fields(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
