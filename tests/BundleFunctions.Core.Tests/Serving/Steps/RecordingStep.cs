using BundleFunctions.Ports;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Steps;

namespace BundleFunctions.Core.Tests.Serving.Steps;

/// <summary>A step that hides one product, as its test tells it to.</summary>
internal sealed class RecordingStep : IAnswerStep
{
    public StepPlan Plan { get; set; } = StepPlan.Nothing;

    public bool IsBroken { get; set; }

    public string Hidden { get; set; } = "none";

    public int Applied { get; private set; }

    public ValueTask<StepPlan> PlanAsync(AnswerContext context, CancellationToken cancellationToken) =>
        IsBroken ? throw new StoreException("503", isTransient: true) : new ValueTask<StepPlan>(Plan);

    public AnswerDraft Apply(StepPlan plan, AnswerDraft draft)
    {
        Applied++;
        return draft with
        {
            Variant = "trial",
            Candidates = [.. draft.Candidates.Where(candidate => candidate.Bundle.Items.All(item => item.ProductId.Value != Hidden))],
        };
    }
}
