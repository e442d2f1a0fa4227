using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Sessions;
using BundleFunctions.Training.Tests.Data;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>The tasks that deep and classical models are compared on, by name.</summary>
internal static class DeepTasks
{
    private const int MostCases = 4000;
    private static readonly DateTimeOffset September = new(2011, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<(string Name, string About)> All { get; } =
    [
        ("demo-sessions", "Demo shop: what is looked at next in a session. The newest tenth of the sessions tests; of each that came to a cart the last product that was looked at for the first time is asked for, among all that anybody looks at."),
        ("retail-next", "Online Retail: what a customer buys in September, from all baskets before. Repeats count; a case has several right answers."),
        ("retail-basket", "Online Retail: one item hidden of each of September's baskets. The protocol of bench/quality."),
        ("tafeng", "Ta-Feng: the next basket. The protocol of bench/quality, its first seed alone."),
        ("bundlerec-electronic", "BundleRec, electronic: one item hidden of each test bundle. The protocol of bench/quality, five seeds."),
        ("bundlerec-clothing", "BundleRec, clothing: the same."),
    ];

    /// <summary>Whether texts are all that is known of most answers, so that TF-IDF is whom to beat.</summary>
    public static bool IsOfTexts(string name) => name.StartsWith("bundlerec-", StringComparison.Ordinal);

    /// <summary>A task a seed, each with the clusters of its cases; null where all differ.</summary>
    public static IEnumerable<(RankingTask Task, int[]? Clusters)> Of(string name)
    {
        switch (name)
        {
            case "demo-sessions":
                yield return (NextItemTask.Split("demo.sessions", DemoSessions.Read(), 0.1, MostCases).Test, null);
                break;
            case "retail-next":
                yield return (RetailNext(), null);
                break;
            case "retail-basket":
                yield return (new RetailHistories(RealData.Folder("online-retail"), September).Task(September, DateTimeOffset.MaxValue), null);
                break;
            case "tafeng":
                yield return (new TaFeng(RealData.Folder("tafeng")).Task(0, withFutures: true), null);
                break;
            case "bundlerec-electronic" or "bundlerec-clothing":
                var bundles = new BundleRec(Path.Combine(RealData.Folder("bundlerec"), name["bundlerec-".Length..]));
                for (var seed = 0U; seed < 5; seed++)
                {
                    yield return (bundles.Task(seed, out var tested), tested);
                }

                break;
            default:
                throw new ArgumentException($"There is no task '{name}'; expected one of {string.Join(", ", All.Select(task => task.Name))}.", nameof(name));
        }
    }

    private static RankingTask RetailNext()
    {
        var folder = RealData.Folder("online-retail");
        var customers = OnlineRetail.Sales(folder).GroupBy(row => row[0], StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.First()[6], StringComparer.Ordinal);
        var orders = OnlineRetail.Read(folder).Where(order => customers[order.Invoice].Length > 0)
            .OrderBy(order => order.At).ThenBy(order => order.Invoice, StringComparer.Ordinal).ToArray();
        string[] codes = [.. orders.Where(order => order.At < September).SelectMany(order => order.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var users = orders.Select(order => customers[order.Invoice]).Distinct(StringComparer.Ordinal).Select((user, i) => (user, i))
            .ToDictionary(pair => pair.user, pair => pair.i, StringComparer.Ordinal);
        int[][] rows = [.. orders.Select(order => order.Items.Select(code => Array.BinarySearch(codes, code, StringComparer.Ordinal)).Where(item => item >= 0).Order().ToArray())];
        var offsets = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            offsets[i + 1] = offsets[i] + rows[i].Length;
        }

        var items = rows.SelectMany(row => row).ToArray();
        var log = new InteractionLog(new SparseMatrix(offsets, items, [.. items.Select(_ => 1f)], codes.Length))
        {
            Moments = [.. orders.Select(order => order.At.ToUnixTimeSeconds())],
            Users = [.. orders.Select(order => users[customers[order.Invoice]])],
        };
        var split = TimeSplit.At(log, September.ToUnixTimeSeconds(), September.ToUnixTimeSeconds());
        return NextBasketTask.Of("online-retail.next", log, split.Train, split.Test);
    }
}
