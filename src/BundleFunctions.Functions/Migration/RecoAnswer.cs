using BundleFunctions.Functions.Http;
using BundleFunctions.Migration;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Migration;

/// <summary>Answers Intelligent Recommendations' questions: reads <c>count</c> and <c>skipItems</c>, and lists items.</summary>
internal static class RecoAnswer
{
    private const int DefaultCount = 20;

    public static async Task<IResult> OfAsync(
        HttpRequest request, string title, IReadOnlyList<ProductId> seeds, ItemRecommender items, AnswerContext context, CancellationToken cancellationToken)
    {
        if (!MigrationGate.TryReadCount(request.Query, "count", DefaultCount, out var count, out var problem)
            || !QueryText.TryGetInt(request.Query, "skipItems", out var skip, out problem))
        {
            return problem;
        }
        if (skip is < 0 or > ItemRecommender.MaxItems)
        {
            return Problems.InvalidParameter($"skipItems is {skip}; expected 0..{ItemRecommender.MaxItems}.");
        }

        var all = await items.RecommendAsync(context, ItemRecommender.MaxItems, cancellationToken);
        var tracking = $"{title}:{string.Join(',', seeds)}";
        return new RecoResult(RecoList.Of(
            title, [.. all.Skip(skip ?? 0).Take(count).Select(item => new RecoItem(item.RecommendedItemId.Value, tracking))], all.Count));
    }
}
