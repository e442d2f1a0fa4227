using BundleFunctions.Profiles;

namespace BundleFunctions.Segments;

/// <summary>A profile as named figures.</summary>
public static class ProfileFacts
{
    public const string Recency = "recency";
    public const string Frequency = "frequency";
    public const string Monetary = "monetary";
    public const string PriceLevel = "priceLevel";
    public const string Category = "category:";

    private const string Separator = "/";

    /// <summary>The value of a feature: <c>ln(1 + days since the last order)</c> (since last seen where nothing was ordered), <c>ln(1 + orders)</c>,
    /// <c>ln(1 + spent)</c>, the price level (0.5 where it is not known), or the share of interest in a category, 0..1.</summary>
    /// <param name="profile">Whose.</param>
    /// <param name="feature">A feature's name.</param>
    /// <param name="asOf">The day from which is counted.</param>
    /// <returns>Finite; rounded to six decimals, so that it is the same on every machine.</returns>
    public static double Of(UserProfile profile, string feature, DateOnly asOf) => feature switch
    {
        Recency => Ln1(DaysSince(profile, asOf)),
        Frequency => Ln1(profile.Orders),
        Monetary => Ln1((double)(profile.Spent ?? 0)),
        PriceLevel => profile.PriceLevel ?? 0.5,
        _ when feature.StartsWith(Category, StringComparison.Ordinal) => ShareOf(profile, feature[Category.Length..]),
        _ => 0,
    };

    /// <summary>Days since the last order, or since last seen where nothing was ordered; 0 or more.</summary>
    public static int DaysSince(UserProfile profile, DateOnly asOf) => Math.Max(0, asOf.DayNumber - (profile.LastOrder ?? profile.LastSeen).DayNumber);

    /// <summary>The first level of a category path.</summary>
    public static string TopOf(string path) => path.Split(Separator)[0];

    private static double ShareOf(UserProfile profile, string top) =>
        profile.Categories.Where(interest => string.Equals(TopOf(interest.Name), top, StringComparison.Ordinal)).Sum(interest => interest.Share);

    private static double Ln1(double value) => Math.Round(Math.Log(1 + Math.Max(0, value)), 6);
}
