using BundleFunctions.Experiments;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>200: changes, the newest first.</summary>
internal sealed class ExperimentHistoryResult(IReadOnlyList<ExperimentChange> changes)
    : JsonResult<ExperimentChange[]>(StatusCodes.Status200OK, [.. changes], ExperimentJson.Default.ExperimentChangeArray);
