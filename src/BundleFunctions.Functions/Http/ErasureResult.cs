using BundleFunctions.Privacy;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200 where an erasure is done, 202 while it waits.</summary>
internal sealed class ErasureResult(ErasureStatus status) : JsonResult<ErasureAnswer>(
    status.IsDone ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, ErasureAnswer.Of(status), ContractJson.Default.ErasureAnswer);
