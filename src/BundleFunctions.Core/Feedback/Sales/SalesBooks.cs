using System.Globalization;
using BundleFunctions.Bandits;
using BundleFunctions.Experiments;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The tallies of a report, and the faded counts of bandits.</summary>
/// <param name="contents">Names models.</param>
/// <param name="counts">Told of bundles without a row.</param>
/// <param name="bandit">How bandits learn.</param>
/// <param name="asOf">The moment at which a bandit's count weighs 1.</param>
internal sealed class SalesBooks(BundleContents contents, SalesCounts counts, BanditOptions bandit, DateTimeOffset asOf)
{
    private const int MaxBundles = 100_000;
    private const int MaxNames = 10_000;

    private readonly SortedDictionary<string, ArmStatistics> _arms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ArmStatistics> _shares = new(StringComparer.Ordinal);
    private readonly DiscountModel? _discounts = DiscountModel.New(bandit);
    private ArmStatistics _all = ArmStatistics.None;

    public SalesTally Total { get; } = new();

    public DiscountLedger Discounts { get; } = new();

    public Dictionary<string, SalesTally> Bundles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SalesTally> Models { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SalesTally> Rules { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SalesTally> Variants { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SalesTally> Categories { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SalesTally> Segments { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SalesTally> Weeks { get; } = new(StringComparer.Ordinal);

    /// <summary>The tallies that a reaction to a bundle counts in, but those of categories.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="stamp">The answer that it stood in.</param>
    /// <param name="day">The day of the reaction or the order.</param>
    /// <param name="segment">The visitor's segment; null where none is known.</param>
    public IReadOnlyList<SalesTally> Find(BundleId bundle, RecommendationStamp stamp, DateOnly day, string? segment)
    {
        var tallies = new List<SalesTally>(8) { Total, Week(day) };
        if (!Add(Bundles, bundle.Value, MaxBundles))
        {
            counts.BundlesWithoutRow++;
        }

        Add(Models, stamp.Generation is not { } generation ? "none" : contents.Models.GetValueOrDefault(generation) ?? $"generation {generation}", MaxNames);
        foreach (var variant in stamp.Variant.Split('+'))
        {
            Add(Variants, TeamCode.RowOf(variant, bundle), MaxNames);
        }

        if (stamp.Rule is not null)
        {
            Add(Rules, stamp.Rule, MaxNames);
        }

        if (segment is not null)
        {
            Add(Segments, segment, MaxNames);
        }

        return tallies;

        bool Add(Dictionary<string, SalesTally> table, string name, int most)
        {
            if (Find(table, name, most) is not { } tally)
            {
                return false;
            }

            tallies.Add(tally);
            return true;
        }
    }

    /// <summary>The tally of the week, Monday to Sunday, that a day is in.</summary>
    public SalesTally Week(DateOnly day) => Find(Weeks, WeekOf(day), int.MaxValue)!;

    /// <summary>A category's tally; null where there are too many.</summary>
    public SalesTally? Category(string category) => Find(Categories, category, MaxNames);

    /// <summary>A segment's tally; null where none is known, or there are too many.</summary>
    public SalesTally? Segment(string? segment) => segment is null ? null : Find(Segments, segment, MaxNames);

    /// <summary>A week's name: its Monday.</summary>
    public static string WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SalesTally? Find(Dictionary<string, SalesTally> table, string name, int most)
    {
        if (!table.TryGetValue(name, out var tally) && table.Count < most)
        {
            table.Add(name, tally = new SalesTally());
        }

        return tally;
    }

    /// <summary>Counts for the bandits.</summary>
    public void Learn(BundleId bundle, RecommendationStamp stamp, DateTimeOffset at, ArmStatistics what)
    {
        var weight = ArmStatistics.Weight(asOf - at, bandit.HalfLifeDays);
        var faded = what.Fade(weight);
        _all += faded;
        if (_arms.Count < BanditTable.MaxBundles || _arms.ContainsKey(bundle.Value))
        {
            _arms[bundle.Value] = (_arms.GetValueOrDefault(bundle.Value) ?? ArmStatistics.None) + faded;
        }

        var share = BanditTable.KeyOf(stamp.DiscountShare);
        _shares[share] = (_shares.GetValueOrDefault(share) ?? ArmStatistics.None) + faded;
        _discounts?.Learn(stamp.DiscountShare, stamp.Page, at, what, weight);
    }

    public BanditTable ToTable() => new(asOf, _all, _arms, _shares) { Discounts = _discounts?.ToState() };

    /// <summary>Weeks in the order of time.</summary>
    public IEnumerable<SalesRow> WeekRows() => Weeks.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new SalesRow(pair.Key, pair.Value));

    /// <summary>A table's rows, the most margin first, then by name.</summary>
    public static IEnumerable<SalesRow> Rows(Dictionary<string, SalesTally> table) =>
        table.Select(pair => new SalesRow(pair.Key, pair.Value))
            .OrderByDescending(row => row.Tally.NetMargin).ThenByDescending(row => row.Tally.NetRevenue).ThenByDescending(row => row.Tally.Impressions)
            .ThenBy(row => row.Name, StringComparer.Ordinal);
}
