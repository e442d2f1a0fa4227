namespace BundleFunctions.Serving.Rules;

/// <summary>What a change of rules would do to one answer.</summary>
/// <param name="Changed">Bundles that would stand elsewhere, come in or leave.</param>
/// <param name="Bundles">Every bundle of either answer: in the new order, then those that leave.</param>
public sealed record RuleDryRunReport(int Changed, IReadOnlyList<RuleEffect> Bundles);
