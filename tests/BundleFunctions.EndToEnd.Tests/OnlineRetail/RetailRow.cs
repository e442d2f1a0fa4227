using System.Globalization;

namespace BundleFunctions.EndToEnd.Tests.OnlineRetail;

/// <summary>One line of the Online Retail files, read by the test's own few lines and nothing of the product.</summary>
internal sealed record RetailRow(
    string Invoice, string StockCode, string Description, long Quantity, DateTime At, decimal Price, string Customer, string Country)
{
    public bool IsCancellation => Invoice.StartsWith('C');

    /// <summary>The reason for which the row must be refused; null where it must be accepted.</summary>
    public string? Fault =>
        StockCode.Length < 5 || !StockCode.Take(5).All(char.IsAsciiDigit) ? "pseudo_product"
        : Price <= 0 ? "price_not_positive"
        : !IsCancellation && Quantity <= 0 ? "quantity_not_positive"
        : null;

    public static IEnumerable<RetailRow> ReadAll(string directory) =>
        Directory.GetFiles(directory, "*.csv").Order(StringComparer.Ordinal).SelectMany(file => File.ReadLines(file).Skip(1).Select(Parse));

    private static RetailRow Parse(string line)
    {
        var fields = Split(line);
        return new RetailRow(
            fields[0],
            fields[1],
            fields[2],
            long.Parse(fields[3], CultureInfo.InvariantCulture),
            DateTime.Parse(fields[4], CultureInfo.InvariantCulture),
            decimal.Parse(fields[5], NumberStyles.Float, CultureInfo.InvariantCulture),
            fields[6],
            fields[7]);
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
