using BundleFunctions.Serving.Rules;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>The body of a dry run: a question, and one rule over the stored ones, or a whole set in their place.</summary>
internal sealed record DryRunBody
{
    public DryRunQuestion? Question { get; init; }

    public Rule? Rule { get; init; }

    public RuleSet? Rules { get; init; }
}
