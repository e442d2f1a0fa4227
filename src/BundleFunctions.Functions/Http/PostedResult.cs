using BundleFunctions.Feedback;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>202: the accepted events lie in the letterbox, and every other one has its reason; 200 where they were checked only.</summary>
internal sealed class PostedResult(PostEventsResult result, bool isCheckOnly)
    : JsonResult<PostEventsResult>(isCheckOnly ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, result, ContractJson.Default.PostEventsResult);
