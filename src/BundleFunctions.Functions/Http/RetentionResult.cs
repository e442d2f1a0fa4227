using BundleFunctions.Privacy;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: what is too old, kind by kind.</summary>
internal sealed class RetentionResult(RetentionReport report)
    : JsonResult<RetentionReport>(StatusCodes.Status200OK, report, ContractJson.Default.RetentionReport);
