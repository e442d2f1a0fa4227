using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: the body is well formed, and nothing was done with it.</summary>
internal sealed class ValidResult() : JsonResult<ValidBody>(StatusCodes.Status200OK, new ValidBody(), ContractJson.Default.ValidBody);
