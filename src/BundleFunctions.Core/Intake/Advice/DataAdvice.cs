namespace BundleFunctions.Intake.Advice;

/// <summary>Whether a shop's data are enough to learn from.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Facts">What there is.</param>
/// <param name="Items">Thing by thing, in the order of what to mend first.</param>
public sealed record DataAdvice(ShopId Shop, DataFacts Facts, IReadOnlyList<AdviceItem> Items)
{
    /// <summary>The worst of them: what the shop may expect as a whole.</summary>
    public AdviceLevel Level => Items.Count == 0 ? AdviceLevel.Enough : Items.Max(item => item.Level);
}
