using BundleFunctions.Serving;

namespace BundleFunctions.Migration;

/// <summary>Single items, as retired services recommended them, out of the bundles of the generation that serves: what the bundles of the seed
/// would add, best bundle first.</summary>
public sealed class ItemRecommender(BundleReader bundles)
{
    /// <summary>Most items of an answer.</summary>
    public const int MaxItems = 100;

    /// <summary>Items with the score of the best bundle that holds them, each once, none of the seed.</summary>
    /// <param name="context">The seed: its products, or none for the shop's best.</param>
    /// <param name="count">Most items, 1..<see cref="MaxItems"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IReadOnlyList<RecommendedItem>> RecommendAsync(AnswerContext context, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count is >= 1 and <= MaxItems, true, nameof(count));
        var query = BundleQuery.Default with { Limit = BundleQuery.MaxLimit, Explain = false };
        var answer = await bundles.GetAsync(context, query, cancellationToken);
        var seen = context.Products.ToHashSet();
        return
        [
            .. answer.Bundles
                .SelectMany(bundle => bundle.Items.Select(item => new RecommendedItem(item.ProductId, bundle.Score)))
                .Where(item => seen.Add(item.RecommendedItemId))
                .Take(count),
        ];
    }
}
