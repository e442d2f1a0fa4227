using BundleFunctions.Experiments;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>From visitors to what experiments say.</summary>
internal static class ExperimentJudge
{
    /// <summary>Every experiment of the book, by id, whose answers somebody got.</summary>
    public static IReadOnlyList<ExperimentReport> Judge(ExperimentBook book, VisitorBook visitors, SalesRequest request)
    {
        var groups = Collect(visitors);
        return
        [
            .. book.Experiments.OrderBy(experiment => experiment.Id, StringComparer.Ordinal)
                .Where(experiment => experiment.Variants.Any(variant => groups.ContainsKey((experiment.Id, variant.Id))) || groups.ContainsKey((experiment.Id, TeamCode.Mixed)))
                .Select(experiment => experiment.Interleaved ? Compare(experiment, groups.GetValueOrDefault((experiment.Id, TeamCode.Mixed)) ?? new()) : Judge(experiment, [.. experiment.Variants.Select(variant => groups.GetValueOrDefault((experiment.Id, variant.Id)) ?? new())], visitors.Share, request)),
        ];
    }

    private static Dictionary<(string Experiment, string Variant), Group> Collect(VisitorBook visitors)
    {
        var groups = new Dictionary<(string, string), Group>();

        // In the order of the pseudonyms, so that sums come out the same to the last bit.
        foreach (var (_, totals) in visitors.All.Where(visitor => !visitor.Value.IsRobot && visitor.Value.Exposures is not null).OrderBy(visitor => visitor.Key))
        {
            foreach (var exposure in totals.Exposures!)
            {
                var key = (exposure.Experiment, exposure.Variant);
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = new Group());
                }

                group.Add(exposure);
            }
        }

        return groups;
    }

    private static ExperimentReport Judge(ExperimentDefinition experiment, Group[] groups, double share, SalesRequest request)
    {
        var control = groups[0];
        var pooled = control.Of(experiment.Metric);
        var perDay = groups.Sum(group => group.Count) / share / (request.To.DayNumber - request.From.DayNumber + 1);
        var variants = experiment.Variants.Select((variant, i) => new VariantReport(
            variant.Id,
            groups[i].Count,
            groups[i].Of(ExperimentMetric.Margin).Mean,
            groups[i].Of(ExperimentMetric.Revenue).Mean,
            groups[i].Of(ExperimentMetric.Conversion).Mean,
            i == 0 ? null : Sequential(groups[i], control, experiment.Metric, experiment.MinimumEffect, request.Level),
            i == 0 ? null : MeanDifference.Of(groups[i].Of(experiment.Metric), pooled, request.Level),
            i == 0 ? [] : Breaches(experiment, groups[i], control, request.Level)));
        return new ExperimentReport(
            experiment.Id,
            experiment.Metric,
            SampleRatio.PValue([.. groups.Select(group => group.Count)], [.. experiment.Variants.Select(variant => (double)variant.Weight)]),
            [.. variants],
            pooled.Count < SequentialTest.MinUnits ? null : ExperimentPlan.Of(experiment, pooled, perDay / experiment.Share));
    }

    private static ExperimentReport Compare(ExperimentDefinition experiment, Group group) => new(experiment.Id, experiment.Metric, 1, [], null)
    {
        Interleaving = new InterleavingReport(group.Count, group.ForControl, group.ForRival, TeamDraft.PValue(group.ForControl, group.ForRival)),
    };

    private static Estimate? Sequential(Group variant, Group control, ExperimentMetric metric, double effect, double level)
    {
        var (treated, compared) = (variant.Of(metric), control.Of(metric));
        return SequentialTest.Compare(treated, compared, Math.Max(Math.Abs(compared.Mean) * effect, 1e-6), level);
    }

    private static List<string> Breaches(ExperimentDefinition experiment, Group variant, Group control, double level)
    {
        var breaches = new List<string>();
        foreach (var guardrail in experiment.Guardrails ?? [])
        {
            var mean = control.Of(guardrail.Metric).Mean;
            if (Sequential(variant, control, guardrail.Metric, experiment.MinimumEffect, level) is { } difference
                && difference.High < -guardrail.MaxLoss * Math.Abs(mean))
            {
                breaches.Add(FormattableString.Invariant(
                    $"{guardrail.Metric} a visitor is {difference.Value:G4} ({difference.Low:G4} to {difference.High:G4}) against the control's {mean:G4}; at most {guardrail.MaxLoss:P0} less is borne."));
            }
        }

        return breaches;
    }

    private sealed class Group
    {
        private Moments _margin;
        private Moments _revenue;
        private Moments _conversion;

        public long Count => _margin.Count;

        public long ForControl { get; private set; }

        public long ForRival { get; private set; }

        public void Add(Exposure exposure)
        {
            _margin = _margin.Add(exposure.Margin);
            _revenue = _revenue.Add(exposure.Revenue);
            _conversion = _conversion.Add(exposure.Orders > 0 ? 1 : 0);
            ForControl += exposure.Balance > 0 ? 1 : 0;
            ForRival += exposure.Balance < 0 ? 1 : 0;
        }

        public Moments Of(ExperimentMetric metric) => metric switch
        {
            ExperimentMetric.Margin => _margin,
            ExperimentMetric.Revenue => _revenue,
            _ => _conversion,
        };
    }
}
