using BundleFunctions.Assistant;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: an answer in plain language.</summary>
internal sealed class AssistantResult(AssistantAnswer answer)
    : JsonResult<AssistantAnswer>(StatusCodes.Status200OK, answer, AnswerJson.Default.AssistantAnswer);
