using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200 while answers can be given, 503 where a store cannot be reached.</summary>
internal sealed class HealthResult(HealthReport report) : JsonResult<HealthSummary>(
    report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
    HealthSummary.Of(report),
    ContractJson.Default.HealthSummary);
