using BundleFunctions.Feedback;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>202: the accepted events lie in the letterbox, and every other one has its reason.</summary>
internal sealed class PostedResult(PostEventsResult result)
    : JsonResult<PostEventsResult>(StatusCodes.Status202Accepted, result, ContractJson.Default.PostEventsResult);
