using System.Globalization;

namespace BundleFunctions.Testing;

/// <summary>Shopping sessions with bundles found by people (Sun et al., SIGIR 2022): one domain, read as it lies.</summary>
/// <param name="Sessions">Sessions with one bundle or more, in ascending order; their items in the data's order.</param>
/// <param name="Titles">By item, where there is one.</param>
/// <param name="Categories">Paths with levels parted by <c>&gt;</c>, by item, where there are any.</param>
public sealed record BundleRecData(
    IReadOnlyList<BundleRecSession> Sessions,
    IReadOnlyDictionary<int, string> Titles,
    IReadOnlyDictionary<int, IReadOnlyList<string>> Categories)
{
    public static BundleRecData Read(string domain)
    {
        var folder = Path.Combine(RealData.Folder("bundlerec"), domain);
        var bundles = Lists(Path.Combine(folder, "bundle_item.csv"));
        var bundlesOf = Lists(Path.Combine(folder, "session_bundle.csv"));
        var itemsOf = Lists(Path.Combine(folder, "session_item.csv"));
        return new BundleRecData(
            [.. itemsOf.Where(pair => bundlesOf.ContainsKey(pair.Key)).Select(pair => new BundleRecSession(
                pair.Key, [.. pair.Value.Distinct()], [.. bundlesOf[pair.Key].Select(bundle => bundles[bundle])]))],
            Texts(Path.Combine(folder, "item_titles.csv")),
            Texts(Path.Combine(folder, "item_categories.csv")).ToDictionary(pair => pair.Key, pair => Paths(pair.Value)));
    }

    private static SortedDictionary<int, List<int>> Lists(string file)
    {
        var lists = new SortedDictionary<int, List<int>>();
        foreach (var fields in File.ReadLines(file).Skip(1).Select(line => line.Split(',')))
        {
            var key = int.Parse(fields[0], CultureInfo.InvariantCulture);
            if (!lists.TryGetValue(key, out var list))
            {
                lists.Add(key, list = []);
            }

            list.Add(int.Parse(fields[1], CultureInfo.InvariantCulture));
        }

        return lists;
    }

    private static Dictionary<int, string> Texts(string file)
    {
        var texts = new Dictionary<int, string>();
        foreach (var record in Records(File.ReadAllText(file)).Skip(1))
        {
            var comma = record.IndexOf(',', StringComparison.Ordinal);
            var text = record[(comma + 1)..];
            texts[int.Parse(record.AsSpan(0, comma), CultureInfo.InvariantCulture)] =
                text.StartsWith('"') ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
        }

        return texts;
    }

    // A quoted field may hold line ends.
    private static IEnumerable<string> Records(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == '\n' && !quoted)
            {
                yield return text[start..i].TrimEnd('\r');
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    // [[A,B,C],[A,D]]: names that hold a comma themselves come apart, for every item alike.
    private static IReadOnlyList<string> Paths(string text) =>
    [
        .. text.Split('[', ']').Where(path => path.Trim(',', ' ').Length > 0)
            .Select(path => string.Join(" > ", path.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
    ];
}
