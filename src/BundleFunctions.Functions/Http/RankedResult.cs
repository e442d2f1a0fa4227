using BundleFunctions.Serving;
using BundleFunctions.Serving.Search;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: products in their new order.</summary>
internal sealed class RankedResult(RankedProducts ranked)
    : JsonResult<RankedProducts>(StatusCodes.Status200OK, ranked, AnswerJson.Default.RankedProducts);
