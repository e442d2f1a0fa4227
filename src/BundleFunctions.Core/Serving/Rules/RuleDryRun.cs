using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Serving.Rules;

/// <summary>Tells what a change of rules would do to an answer, without changing anything.</summary>
public sealed class RuleDryRun(BundleReader reader)
{
    private static readonly BundleQuery Query = new(BundleQuery.MaxLimit, 4, Explain: false);

    /// <summary>Asks a question under two sets of rules; who is in which trial, and what was learnt, play no part.</summary>
    /// <param name="context">The question.</param>
    /// <param name="before">The rules as they are.</param>
    /// <param name="after">The rules as they would be; valid.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<RuleDryRunReport> RunAsync(AnswerContext context, RuleSet before, RuleSet after, CancellationToken cancellationToken)
    {
        var old = await AskAsync(context, before, cancellationToken);
        var next = await AskAsync(context, after, cancellationToken);
        var places = next.Keys.Concat(old.Keys.Where(bundle => !next.ContainsKey(bundle)));
        var changes = places.Select(bundle => new RuleEffect(
            bundle,
            (next.GetValueOrDefault(bundle) ?? old[bundle]).Products,
            old.GetValueOrDefault(bundle)?.Place,
            next.GetValueOrDefault(bundle)?.Place,
            old.GetValueOrDefault(bundle)?.Rule,
            next.GetValueOrDefault(bundle)?.Rule)).ToArray();
        return new RuleDryRunReport(changes.Count(change => change.Before != change.After), changes);
    }

    private async Task<Dictionary<BundleId, Placed>> AskAsync(AnswerContext context, RuleSet rules, CancellationToken cancellationToken)
    {
        var step = new FixedRules(new RuleBook(rules, "dry run"));
        var answer = await reader.PreviewAsync(context, Query, step, cancellationToken);
        return answer.Bundles.Select((bundle, i) => (bundle, i)).ToDictionary(
            pair => pair.bundle.BundleId,
            pair => new Placed([.. pair.bundle.Items.Select(item => item.ProductId)], pair.i + 1, step.PlacedBy.GetValueOrDefault(pair.bundle.BundleId)));
    }

    private sealed record Placed(IReadOnlyList<ProductId> Products, int Place, string? Rule);

    /// <summary>Rules that are not the stored ones; remembers which of them placed what.</summary>
    private sealed class FixedRules(RuleBook book) : IAnswerStep
    {
        public Dictionary<BundleId, string> PlacedBy { get; } = [];

        public ValueTask<StepPlan> PlanAsync(AnswerContext context, CancellationToken cancellationToken) => new(new StepPlan(1));

        public AnswerDraft Apply(StepPlan plan, AnswerDraft draft)
        {
            var candidates = book.Apply(draft.Candidates, draft.Context, draft.Catalogue);
            foreach (var candidate in candidates)
            {
                if (candidate.Rule is { } rule)
                {
                    PlacedBy[candidate.Bundle.BundleId] = rule;
                }
            }

            return draft with { Candidates = candidates };
        }
    }
}
