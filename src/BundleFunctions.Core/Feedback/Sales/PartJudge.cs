using BundleFunctions.Experiments;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>From visitors to what bundles earned beyond, by week, category and segment. Weeks add up to the whole, and so do categories: each part is
/// compared over all visitors, of whom most have nothing in it.</summary>
internal sealed class PartJudge
{
    private readonly Estimate?[] _parts;
    private readonly Dictionary<string, Estimate> _segments = new(StringComparer.Ordinal);
    private readonly MarginParts _names;

    /// <param name="holdout">Who is held out; a share above 0.</param>
    /// <param name="visitors">Their totals.</param>
    /// <param name="names">The parts.</param>
    /// <param name="level">Of intervals.</param>
    public PartJudge(HoldoutOptions holdout, VisitorBook visitors, MarginParts names, double level)
    {
        _names = names;
        var (treated, control) = (Groups(names.Count), Groups(names.Count));
        var segments = new SortedDictionary<string, (CovariateMoments Treated, CovariateMoments Control)>(StringComparer.Ordinal);
        var margins = new double[names.Count];
        foreach (var (visitor, totals) in visitors.All.Where(visitor => visitor.Value is { IsSeen: true, IsRobot: false }).OrderBy(visitor => visitor.Key))
        {
            var isHeld = holdout.Holds(visitor);
            Array.Clear(margins);
            foreach (var (part, margin) in totals.Parts ?? [])
            {
                margins[part] += margin;
            }

            var groups = isHeld ? control : treated;
            for (var part = 0; part < margins.Length; part++)
            {
                groups[part].Add(totals.Prior, margins[part]);
            }

            if (totals.Segment is { } segment)
            {
                if (!segments.TryGetValue(segment, out var own))
                {
                    segments.Add(segment, own = (new CovariateMoments(), new CovariateMoments()));
                }

                (isHeld ? own.Control : own.Treated).Add(totals.Prior, totals.Margin);
            }
        }

        _parts = [.. treated.Zip(control, (one, other) => Incremental(one, other, visitors.Share, level))];
        foreach (var (segment, groups) in segments)
        {
            if (Incremental(groups.Treated, groups.Control, visitors.Share, level) is { } incremental)
            {
                _segments.Add(segment, incremental);
            }
        }
    }

    /// <summary>The difference of means times those who may see bundles; null where a group has fewer than two visitors.</summary>
    public static Estimate? Incremental(CovariateMoments treated, CovariateMoments control, double share, double level) =>
        Cuped.Difference(treated, control, level) is { } difference ? UpliftJudge.Scale(difference, treated.Count / share) : null;

    public Estimate? OfWeek(string week) => Find(_names.Weeks, week);

    public Estimate? OfCategory(string category) => Find(_names.Categories, category);

    public Estimate? OfSegment(string segment) => _segments.GetValueOrDefault(segment);

    private Estimate? Find(IReadOnlyDictionary<string, int> names, string name) => names.TryGetValue(name, out var part) ? _parts[part] : null;

    private static CovariateMoments[] Groups(int count) => [.. Enumerable.Range(0, count).Select(_ => new CovariateMoments())];
}
