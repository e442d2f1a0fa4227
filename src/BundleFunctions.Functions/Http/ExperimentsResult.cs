using BundleFunctions.Experiments;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: everything that the shop tries out, as it stands now.</summary>
internal sealed class ExperimentsResult(ExperimentBook book)
    : JsonResult<ExperimentBook>(StatusCodes.Status200OK, book, ExperimentJson.Default.ExperimentBook);
