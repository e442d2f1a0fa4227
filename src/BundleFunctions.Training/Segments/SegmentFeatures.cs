using BundleFunctions.Profiles;
using BundleFunctions.Segments;

namespace BundleFunctions.Training.Segments;

/// <summary>Chooses the coordinates of profiles. What is a quantity is scaled to a standard deviation of 1; a share of interest weighs as much as
/// <see cref="ShareWeight"/> of them, so that two persons who care for nothing but different categories are some three deviations apart.</summary>
internal static class SegmentFeatures
{
    /// <summary>What a whole share of interest weighs.</summary>
    public const double ShareWeight = 2;

    private const int MaxCategories = 12;
    private static readonly string[] Quantities = [ProfileFacts.Recency, ProfileFacts.Frequency, ProfileFacts.Monetary, ProfileFacts.PriceLevel];

    /// <summary>The quantities that tell profiles apart, then the categories that most interest is in, in ordinal order.</summary>
    public static IReadOnlyList<SegmentFeature> Of(IReadOnlyList<UserProfile> profiles, DateOnly asOf)
    {
        var features = new List<SegmentFeature>();
        foreach (var name in Quantities)
        {
            var values = profiles.Select(profile => ProfileFacts.Of(profile, name, asOf)).Order().ToArray();
            var mean = values.Sum() / values.Length;
            var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
            if (deviation > 1e-6)
            {
                features.Add(new SegmentFeature(name, Rounded(mean), Rounded(1 / deviation)));
            }
        }

        var interests = profiles.SelectMany(profile => profile.Categories).GroupBy(interest => ProfileFacts.TopOf(interest.Name), StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Share: group.Select(interest => interest.Share).Order().Sum()))
            .OrderByDescending(category => category.Share).ThenBy(category => category.Name, StringComparer.Ordinal).Take(MaxCategories);
        return
        [
            .. features,
            .. interests.OrderBy(category => category.Name, StringComparer.Ordinal)
                .Select(category => new SegmentFeature($"{ProfileFacts.Category}{category.Name}", Rounded(category.Share / profiles.Count), ShareWeight)),
        ];
    }

    public static double Rounded(double value) => Math.Round(value, 6);
}
