using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: the list is as wished.</summary>
internal sealed class OptOutResult(OptOutAnswer answer)
    : JsonResult<OptOutAnswer>(StatusCodes.Status200OK, answer, ContractJson.Default.OptOutAnswer);
