namespace BundleFunctions.Segments;

/// <summary>How users are put into segments: <c>segments</c> in a shop's settings.</summary>
public sealed record SegmentOptions
{
    /// <summary>Whether segments are made at all; without profiles there are none.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Fewest segments tried, 2..50.</summary>
    public int MinSegments { get; init; } = 2;

    /// <summary>Most segments tried, from <see cref="MinSegments"/> to 50.</summary>
    public int MaxSegments { get; init; } = 8;

    /// <summary>Profiles below which there are no segments, 10 or more: smaller groups would tell of persons.</summary>
    public int MinUsers { get; init; } = 50;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MinSegments is < 2 or > 50 ? $"segments.minSegments is {MinSegments}; expected 2..50."
        : MaxSegments < MinSegments || MaxSegments > 50 ? $"segments.maxSegments is {MaxSegments}; expected {MinSegments}..50."
        : MinUsers < 10 ? $"segments.minUsers is {MinUsers}; expected 10 or more."
        : null;
}
