using BundleFunctions.Serving;
using BundleFunctions.Serving.WhyNot;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: the gate that stopped a bundle, or the reason why that cannot be told.</summary>
internal sealed class WhyNotResult(WhyNotReport report)
    : JsonResult<WhyNotReport>(StatusCodes.Status200OK, report, AnswerJson.Default.WhyNotReport);
