namespace BundleFunctions.Serving.Rules;

/// <summary>What becomes of one bundle.</summary>
/// <param name="BundleId">The bundle.</param>
/// <param name="ProductIds">Its products, anchor first.</param>
/// <param name="Before">Its place as the rules are, from 1; null where it is not in the answer.</param>
/// <param name="After">Its place as the rules would be; null where it is not in the answer.</param>
/// <param name="RuleBefore">The rule that put it there; null where none did.</param>
/// <param name="RuleAfter">The rule that would; null where none would.</param>
public sealed record RuleEffect(
    BundleId BundleId, IReadOnlyList<ProductId> ProductIds, int? Before, int? After, string? RuleBefore, string? RuleAfter);
