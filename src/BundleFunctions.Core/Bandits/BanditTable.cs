namespace BundleFunctions.Bandits;

/// <summary>What a shop's bandits have learnt.</summary>
/// <param name="AsOf">The day up to which events count, and at which the counts weigh what they say.</param>
/// <param name="Total">All bundles together.</param>
/// <param name="Bundles">By bundle; a bundle is named by what it holds, and so keeps its counts from generation to generation.</param>
/// <param name="DiscountShares">By share of the published discount, in hundredths.</param>
public sealed record BanditTable(
    DateTimeOffset AsOf,
    ArmStatistics Total,
    SortedDictionary<string, ArmStatistics> Bundles,
    SortedDictionary<string, ArmStatistics> DiscountShares)
{
    /// <summary>What is known of shares in their context; null where they are not chosen by it.</summary>
    public LinearState? Discounts { get; init; }

    /// <summary>Bundles that are kept; of more, those shown least are left out.</summary>
    public const int MaxBundles = 100_000;

    public ArmStatistics Find(BundleId bundle) => Bundles.GetValueOrDefault(bundle.Value) ?? ArmStatistics.None;

    public ArmStatistics FindDiscountShare(double share) =>
        DiscountShares.GetValueOrDefault(KeyOf(share)) ?? ArmStatistics.None;

    public static string KeyOf(double discountShare) =>
        Math.Round(discountShare * 100).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
