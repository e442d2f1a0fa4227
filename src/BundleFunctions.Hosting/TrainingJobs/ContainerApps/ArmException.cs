using System.Net;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>Azure Resource Manager refused a request, or could not be reached.</summary>
/// <param name="message">What was asked and what was answered.</param>
/// <param name="status">The answer's status; null where there was no answer that could be read.</param>
/// <param name="mayHaveHappened">Whether the request may have been carried out all the same.</param>
internal sealed class ArmException(string message, HttpStatusCode? status, bool mayHaveHappened, Exception? inner = null) : Exception(message, inner)
{
    public HttpStatusCode? Status { get; } = status;

    public bool MayHaveHappened { get; } = mayHaveHappened;
}
