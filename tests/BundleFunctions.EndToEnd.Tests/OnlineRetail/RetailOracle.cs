namespace BundleFunctions.EndToEnd.Tests.OnlineRetail;

/// <summary>Counts orders straight from the CSV files: what the product's evidence must equal.</summary>
internal sealed class RetailOracle
{
    private readonly List<Order> _orders;

    private RetailOracle(List<Order> orders, long rows, long duplicates, Dictionary<string, long> faults)
    {
        _orders = orders;
        Rows = rows;
        Duplicates = duplicates;
        Faults = faults;
    }

    /// <summary>Lines read, headers not counted.</summary>
    public long Rows { get; }

    /// <summary>Good lines that stand in the files a second time, equal in every field.</summary>
    public long Duplicates { get; }

    /// <summary>Refused lines by class of reason.</summary>
    public IReadOnlyDictionary<string, long> Faults { get; }

    /// <summary>Orders that still hold something after cancellations.</summary>
    public int TotalOrders => _orders.Count(order => order.Pieces.Values.Any(pieces => pieces > 0));

    public static RetailOracle Read(string directory)
    {
        var rows = 0L;
        var duplicates = 0L;
        var faults = new Dictionary<string, long>(StringComparer.Ordinal);
        var seen = new HashSet<RetailRow>();
        foreach (var row in RetailRow.ReadAll(directory))
        {
            rows++;
            if (row.Fault is { } fault)
            {
                faults[fault] = faults.GetValueOrDefault(fault) + 1;
            }
            else if (!seen.Add(row))
            {
                duplicates++;
            }
        }

        return new RetailOracle(TakeBack(seen), rows, duplicates, faults);
    }

    /// <summary>Orders that hold all of the products.</summary>
    public int Count(params string[] products) =>
        _orders.Count(order => products.All(product => order.Pieces.GetValueOrDefault(product) > 0));

    private static List<Order> TakeBack(IEnumerable<RetailRow> rows)
    {
        var orders = rows.Where(row => !row.IsCancellation).GroupBy(row => row.Invoice, StringComparer.Ordinal)
            .Select(lines => new Order(
                lines.Min(line => line.At),
                lines.Select(line => line.Customer).First(),
                lines.GroupBy(line => line.StockCode, StringComparer.Ordinal)
                    .ToDictionary(same => same.Key, same => same.Sum(line => line.Quantity), StringComparer.Ordinal)))
            .ToList();

        var ofCustomer = orders.Where(order => order.Customer.Length > 0)
            .GroupBy(order => order.Customer, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => own.OrderByDescending(order => order.At).ToList(), StringComparer.Ordinal);
        foreach (var refund in rows.Where(row => row.IsCancellation && row.Customer.Length > 0).OrderBy(row => row.At))
        {
            var left = -refund.Quantity;
            foreach (var order in ofCustomer.GetValueOrDefault(refund.Customer, []).Where(order => order.At <= refund.At))
            {
                var taken = Math.Min(left, order.Pieces.GetValueOrDefault(refund.StockCode));
                if (taken > 0)
                {
                    order.Pieces[refund.StockCode] -= taken;
                    left -= taken;
                }
            }
        }

        return orders;
    }

    private sealed record Order(DateTime At, string Customer, Dictionary<string, long> Pieces);
}
