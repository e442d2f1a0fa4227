using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Online Retail with everything it tells: when each basket was bought, what its customer bought before, and descriptions.</summary>
internal sealed class RetailHistories
{
    private readonly (string Invoice, DateTimeOffset At, string Customer, int[] Items)[] _orders;
    private readonly ItemContent[] _content;

    /// <param name="end">Items are those bought before this day.</param>
    public RetailHistories(string folder, DateTimeOffset end)
    {
        var sales = OnlineRetail.Sales(folder).ToArray();
        var customers = sales.GroupBy(row => row[0], StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.First()[6], StringComparer.Ordinal);
        var orders = OnlineRetail.Read(folder);
        string[] codes = [.. orders.Where(order => order.At < end).SelectMany(order => order.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int NumberOf(string code) => Array.BinarySearch(codes, code, StringComparer.Ordinal);
        _orders =
        [
            .. orders.Select(order => (order.Invoice, order.At, customers[order.Invoice], order.Items.Select(NumberOf).Where(item => item >= 0).Order().ToArray()))
                .OrderBy(order => order.At).ThenBy(order => order.Invoice, StringComparer.Ordinal),
        ];

        // The first description that a code was sold under before that day.
        var titles = sales.Where(row => OnlineRetail.At(row) < end).GroupBy(row => row[1], StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.First()[2], StringComparer.Ordinal);
        _content = [.. codes.Select(code => ItemContent.Of(titles[code]))];
    }

    /// <summary>Baskets before a day train; of each of a month's an item is hidden. A query's history ends where the test begins.</summary>
    public RankingTask Task(DateTimeOffset test, DateTimeOffset end)
    {
        var train = _orders.Where(order => order.At < test).ToArray();
        var histories = train.Where(order => order.Customer.Length > 0 && order.Items.Length > 0).ToLookup(order => order.Customer, order => order.Items, StringComparer.Ordinal);
        var random = new PythonRandom(0);
        var cases = new List<RankingCase>();
        foreach (var order in _orders.Where(order => order.At >= test && order.At < end && order.Items.Length >= 2).OrderBy(order => order.Invoice, StringComparer.Ordinal))
        {
            var hidden = random.Choice(order.Items.Length);
            cases.Add(new RankingCase(
                new Query([.. order.Items[..hidden], .. order.Items[(hidden + 1)..]]) { History = [.. histories[order.Customer]] }, [order.Items[hidden]]));
        }

        return new RankingTask(
            "online-retail",
            Checkerboard.Of([.. train.Select(order => order.Items)], _content.Length) with
            {
                Content = _content,
                Moments = [.. train.Select(order => order.At.ToUnixTimeSeconds())],
            },
            cases);
    }
}
