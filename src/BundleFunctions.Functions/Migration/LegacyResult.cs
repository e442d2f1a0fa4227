using BundleFunctions.Functions.Http;
using BundleFunctions.Migration;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Migration;

/// <summary>200: items, as the retired accelerator gave them.</summary>
internal sealed class LegacyResult(IReadOnlyList<RecommendedItem> items)
    : JsonResult<IReadOnlyList<RecommendedItem>>(StatusCodes.Status200OK, items, MigrationJson.Default.IReadOnlyListRecommendedItem);
