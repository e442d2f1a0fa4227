using System.Globalization;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Users who took whole bundles, what the bundles hold, and the single items that users took.</summary>
internal sealed class Youshu(string folder)
{
    private const int Users = 8_039;
    private const int Bundles = 4_771;
    private const int Items = 32_770;

    private readonly int[][] _train = Read(folder, "user_bundle_train.txt", Users);
    private readonly int[][] _tune = Read(folder, "user_bundle_tune.txt", Users);
    private readonly PartData _parts = new(Held(Read(folder, "bundle_item.txt", Bundles)), Held(Read(folder, "user_item.txt", Users)));

    /// <summary>The tune file's bundles, told from the whole of the train file.</summary>
    public RankingTask Task => Of("youshu", _train, _tune);

    /// <summary>An eighth of the train file's pairs, told from the others: to choose by, and to learn weights on.</summary>
    public RankingTask Choosing(uint seed)
    {
        var random = new PythonRandom(seed);
        var kept = new List<int>[Users];
        var hidden = new List<int>[Users];
        for (var user = 0; user < Users; user++)
        {
            (kept[user], hidden[user]) = ([], []);
            foreach (var bundle in _train[user])
            {
                (random.Choice(8) == 0 ? hidden : kept)[user].Add(bundle);
            }
        }

        return Of("youshu-choosing", [.. kept.Select(list => list.ToArray())], [.. hidden.Select(list => list.ToArray())]);
    }

    private RankingTask Of(string name, int[][] bought, int[][] wanted)
    {
        int[] asked = [.. Enumerable.Range(0, Users).Where(user => wanted[user].Except(bought[user]).Any())];
        return new RankingTask(name, Checkerboard.Of(bought, Bundles) with { Parts = _parts }, [.. asked.Select(user => new RankingCase(
            new Query(bought[user]) { Row = user }, [.. wanted[user].Except(bought[user])]))]);
    }

    private static SparseMatrix Held(int[][] sets) => Checkerboard.Of(sets, Items).Rows;

    private static int[][] Read(string folder, string file, int rows)
    {
        var sets = Enumerable.Range(0, rows).Select(_ => new SortedSet<int>()).ToArray();
        foreach (var line in File.ReadLines(Path.Combine(folder, file)))
        {
            var fields = line.Split('\t');
            sets[int.Parse(fields[0], CultureInfo.InvariantCulture)].Add(int.Parse(fields[1], CultureInfo.InvariantCulture));
        }

        return [.. sets.Select(set => set.ToArray())];
    }
}
