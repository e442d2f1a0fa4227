using BundleFunctions.Profiles;

namespace BundleFunctions.Training.Runs;

/// <summary>Profiles as they were at a moment of the past.</summary>
/// <param name="profiles">Makes them.</param>
/// <param name="cut">The moment; nothing from it on is looked at.</param>
public sealed class EarlierProfiles(ProfileBuilder profiles, DateTimeOffset cut)
{
    /// <summary>The moment.</summary>
    public DateTimeOffset Cut => cut;

    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.OccurredAt < cut)
        {
            profiles.Add(shopEvent);
        }
    }

    public IReadOnlyList<UserProfile> Build() => profiles.Build();
}
