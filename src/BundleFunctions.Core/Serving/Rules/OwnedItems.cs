namespace BundleFunctions.Serving.Rules;

/// <summary>Leaves out what would sell somebody a second time what they own.</summary>
public static class OwnedItems
{
    /// <summary>The candidates that add nothing that is owned already. What the question is about does not count: who looks at a camera they
    /// own may be offered its lens.</summary>
    /// <param name="candidates">In the order in which they would be offered; it stays.</param>
    /// <param name="owned">What the asker is known to have bought.</param>
    /// <param name="asked">The products of the question.</param>
    public static IReadOnlyList<Candidate> Exclude(
        IReadOnlyList<Candidate> candidates, IReadOnlySet<ProductId> owned, IReadOnlyList<ProductId> asked) =>
        owned.Count == 0 ? candidates
            : [.. candidates.Where(candidate => !candidate.Bundle.Items.Any(item => owned.Contains(item.ProductId) && !asked.Contains(item.ProductId)))];
}
