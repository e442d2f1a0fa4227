using System.Text.Json;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models.NextBasket;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Ta-Feng: users' grocery baskets, the last of each asked for. Users are shuffled with a seed and the last fifth tests.</summary>
internal sealed class TaFeng
{
    private readonly int[][][] _histories;
    private readonly int[][] _futures;
    private readonly int _items;

    public TaFeng(string folder)
    {
        var futures = Read(folder, "tafeng_future.json").ToDictionary(user => user.User, user => user.Baskets[0], StringComparer.Ordinal);
        var users = Read(folder, "tafeng_history.json").ToArray();
        _histories = [.. users.Select(user => user.Baskets)];
        _futures = [.. users.Select(user => futures[user.User])];
        _items = 1 + Math.Max(_histories.SelectMany(baskets => baskets).Max(basket => basket[^1]), _futures.Max(basket => basket[^1]));
    }

    public int Users => _histories.Length;

    /// <param name="withFutures">Whether the training users' last baskets are learned from too, as the newest of their history.</param>
    public RankingTask Task(uint seed, bool withFutures) => Task(seed, withFutures, out _);

    /// <param name="tested">The users of the cases, in their order.</param>
    public RankingTask Task(uint seed, bool withFutures, out int[] tested)
    {
        var order = Enumerable.Range(0, Users).ToArray();
        new PythonRandom(seed).Shuffle<int>(order);
        var trained = Users * 4 / 5;
        tested = order[trained..];
        var train = order[..trained].Select(user => withFutures ? [.. _histories[user], _futures[user]] : _histories[user]).ToArray();
        var cases = tested.Select(user => new RankingCase(new Query(HistoryData.Union(_histories[user])) { History = _histories[user] }, _futures[user]));
        return new RankingTask("ta-feng", HistoryData.Of(train, _items), [.. cases]) { RepeatsCount = true };
    }

    private static IEnumerable<(string User, int[][] Baskets)> Read(string folder, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
        foreach (var user in document.RootElement.EnumerateObject())
        {
            yield return (user.Name, [.. user.Value.EnumerateArray()
                .Select(basket => basket.EnumerateArray().Select(item => item.GetInt32()).Distinct().Order().ToArray()).Where(basket => basket is not [-1])]);
        }
    }
}
