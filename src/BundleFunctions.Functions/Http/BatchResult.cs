using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: every panel's answer.</summary>
internal sealed class BatchResult(BatchAnswer answer) : JsonResult<BatchAnswer>(StatusCodes.Status200OK, answer, ContractJson.Default.BatchAnswer);
