using BundleFunctions.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Migration;

/// <summary>200: a list, as Intelligent Recommendations gave it.</summary>
internal sealed class RecoResult(RecoList list) : JsonResult<RecoList>(StatusCodes.Status200OK, list, MigrationJson.Default.RecoList);
