using System.Globalization;
using System.Text.RegularExpressions;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Bundles that people saw in shopping sessions, with titles and categories. One item of each test bundle is hidden and asked for among all
/// items that have a title.</summary>
/// <remarks>Items have titles because they stand in some bundle; one that no training bundle holds must stand in a test bundle. A model that
/// favours items without a past would use that, so none here may.</remarks>
internal sealed partial class BundleRec
{
    private readonly (int Session, int Bundle, int[] Items)[] _bundles;
    private readonly ItemContent[] _content;

    public BundleRec(string folder)
    {
        var titles = QuotedCsv.Read(Path.Combine(folder, "item_titles.csv")).ToDictionary(row => Number(row[0]), row => row[1]);
        var categories = QuotedCsv.Read(Path.Combine(folder, "item_categories.csv")).ToDictionary(row => Number(row[0]), row => row[1]);
        var items = titles.Keys.Order().ToArray();
        _content = [.. items.Select(item => ItemContent.Of(titles[item], Paths(categories[item])))];
        var held = QuotedCsv.Read(Path.Combine(folder, "bundle_item.csv")).ToLookup(row => Number(row[0]), row => Array.BinarySearch(items, Number(row[1])));
        _bundles =
        [
            .. QuotedCsv.Read(Path.Combine(folder, "session_bundle.csv")).Select(row => (Session: Number(row[0]), Bundle: Number(row[1])))
                .OrderBy(row => row.Session).ThenBy(row => row.Bundle)
                .Select(row => (row.Session, row.Bundle, held[row.Bundle].Distinct().Order().ToArray())),
        ];
    }

    /// <param name="tested">The bundles of the cases, in their order.</param>
    public RankingTask Task(uint seed, out int[] tested)
    {
        var sessions = _bundles.Select(bundle => bundle.Session).Distinct().ToArray();
        new PythonRandom(seed).Shuffle<int>(sessions);
        var trained = sessions.Length * 4 / 5;
        var place = sessions.Select((session, i) => (session, i)).ToDictionary(pair => pair.session, pair => pair.i);
        var ordered = _bundles.OrderBy(bundle => place[bundle.Session]).ThenBy(bundle => bundle.Bundle).ToArray();
        var train = ordered.Where(bundle => place[bundle.Session] < trained).ToArray();
        var test = ordered.Where(bundle => place[bundle.Session] >= trained && bundle.Items.Length >= 2).ToArray();
        var random = new PythonRandom(seed);
        var cases = test.Select(bundle =>
        {
            var hidden = random.Choice(bundle.Items.Length);
            return new RankingCase(new Query([.. bundle.Items[..hidden], .. bundle.Items[(hidden + 1)..]]), [bundle.Items[hidden]]);
        });
        tested = [.. test.Select(bundle => bundle.Bundle)];

        // Sessions take the place of days, so that what is kept back for validation is whole sessions.
        return new RankingTask(
            "bundle-rec",
            Checkerboard.Of([.. train.Select(bundle => bundle.Items)], _content.Length) with
            {
                Content = _content,
                Moments = [.. train.Select(bundle => (long)place[bundle.Session])],
            },
            [.. cases]);
    }

    // [[A,B, with blank,C],[D]]: levels are parted by commas without a blank after them.
    private static string[] Paths(string text) =>
        [.. text.Trim()[2..^2].Split("],[").Select(path => string.Join(" > ", Level().Split(path)))];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(",(?! )")]
    private static partial Regex Level();
}
