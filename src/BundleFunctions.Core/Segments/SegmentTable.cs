using BundleFunctions.Profiles;

namespace BundleFunctions.Segments;

/// <summary>A shop's segments: one file of its model folder. It names no person; whose segment is which follows from profiles.</summary>
/// <param name="AsOf">The day from which is counted how long ago something was.</param>
/// <param name="Features">The coordinates.</param>
/// <param name="Segments">The largest first.</param>
/// <param name="NextNumber">The number of the next new segment.</param>
public sealed record SegmentTable(DateOnly AsOf, IReadOnlyList<SegmentFeature> Features, IReadOnlyList<Segment> Segments, int NextNumber)
{
    /// <summary>Where a profile lies: a coordinate a feature.</summary>
    public double[] Place(UserProfile profile) =>
        [.. Features.Select(feature => (ProfileFacts.Of(profile, feature.Name, AsOf) - feature.Mean) * feature.Scale)];

    /// <summary>The segment whose centre is nearest, of equals the first.</summary>
    public Segment Of(UserProfile profile) => Segments[Nearest(Place(profile))];

    /// <summary>The number of the nearest centre.</summary>
    public int Nearest(ReadOnlySpan<double> place)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < Segments.Count; i++)
        {
            var distance = 0.0;
            for (var axis = 0; axis < place.Length; axis++)
            {
                var away = place[axis] - Segments[i].Centre[axis];
                distance += away * away;
            }

            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }

        return best;
    }

    /// <summary>Whether a table that was read can be used: as many coordinates everywhere, all finite, ids and names once.</summary>
    internal bool IsSound() =>
        Segments.Count > 0
        && Features.All(feature => double.IsFinite(feature.Mean) && feature.Scale > 0 && double.IsFinite(feature.Scale))
        && Segments.All(segment => segment.Centre.Count == Features.Count && segment.Centre.All(double.IsFinite))
        && Segments.Select(segment => segment.Id).Distinct(StringComparer.Ordinal).Count() == Segments.Count
        && Segments.Select(segment => segment.Name).Distinct(StringComparer.Ordinal).Count() == Segments.Count;
}
