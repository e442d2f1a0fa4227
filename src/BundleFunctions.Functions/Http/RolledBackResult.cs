using BundleFunctions.Publishing;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: which generation serves now, and which one another roll-back would bring back.</summary>
internal sealed class RolledBackResult(RollBackReport report)
    : JsonResult<RollBackReport>(StatusCodes.Status200OK, report, ContractJson.Default.RollBackReport);
