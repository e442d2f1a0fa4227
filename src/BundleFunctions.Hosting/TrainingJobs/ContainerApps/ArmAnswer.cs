using System.Net;

namespace BundleFunctions.Hosting.TrainingJobs.ContainerApps;

/// <summary>What came back for one request.</summary>
/// <param name="Status">The status; null where no whole answer came.</param>
/// <param name="Body">The body.</param>
/// <param name="RetryAfter">The wait that the service asks for; null where it names none.</param>
/// <param name="Fault">Why no whole answer came.</param>
internal sealed record ArmAnswer(HttpStatusCode? Status, byte[] Body, TimeSpan? RetryAfter, Exception? Fault)
{
    public bool IsSuccess => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    public static ArmAnswer Lost(Exception fault) => new(null, [], null, fault);
}
