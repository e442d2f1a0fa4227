using BundleFunctions.Profiles;
using BundleFunctions.Segments;

namespace BundleFunctions.Audiences;

/// <summary>The mean share of interest that users have in each category, top category and brand; the strongest thousand of each.</summary>
/// <param name="Categories">By whole path.</param>
/// <param name="Tops">By first level.</param>
/// <param name="Brands">By brand.</param>
public sealed record AffinityMeans(
    IReadOnlyDictionary<string, double> Categories, IReadOnlyDictionary<string, double> Tops, IReadOnlyDictionary<string, double> Brands)
{
    private const int Most = 1000;

    /// <param name="profiles">One or more.</param>
    public static AffinityMeans Of(IReadOnlyCollection<UserProfile> profiles) => new(
        Means(profiles.SelectMany(profile => profile.Categories), profiles.Count),
        Means(profiles.SelectMany(profile => profile.Categories).Select(interest => interest with { Name = ProfileFacts.TopOf(interest.Name) }), profiles.Count),
        Means(profiles.SelectMany(profile => profile.Brands), profiles.Count));

    private static SortedDictionary<string, double> Means(IEnumerable<Interest> interests, int users)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var interest in interests)
        {
            sums[interest.Name] = sums.GetValueOrDefault(interest.Name) + interest.Share;
        }

        return new SortedDictionary<string, double>(
            sums.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Most)
                .ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value / users, 6), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
