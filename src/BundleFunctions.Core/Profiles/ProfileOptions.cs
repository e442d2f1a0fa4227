using System.Globalization;

namespace BundleFunctions.Profiles;

/// <summary>What is kept of persons: <c>profiles</c> in a shop's settings.</summary>
public sealed record ProfileOptions
{
    /// <summary>Whether profiles are made at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Days after which an interest weighs half, 1..3650.</summary>
    public double HalfLifeDays { get; init; } = 60;

    /// <summary>Most profiles, 0 or more; those who were seen last come first.</summary>
    public int MaxProfiles { get; init; } = 100_000;

    /// <summary>Categories of a profile, and as many brands, 1..20.</summary>
    public int Interests { get; init; } = 8;

    /// <summary>Last products of a profile, 0..50.</summary>
    public int LastProducts { get; init; } = 10;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        HalfLifeDays is not (>= 1 and <= 3650) ? $"profiles.halfLifeDays is {HalfLifeDays.ToString(CultureInfo.InvariantCulture)}; expected 1..3650."
        : MaxProfiles is < 0 or > 10_000_000 ? $"profiles.maxProfiles is {MaxProfiles}; expected 0..10000000."
        : Interests is < 1 or > 20 ? $"profiles.interests is {Interests}; expected 1..20."
        : LastProducts is < 0 or > 50 ? $"profiles.lastProducts is {LastProducts}; expected 0..50."
        : null;
}
