using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.Attached;

/// <summary>Training as a child process keeps the contract.</summary>
public sealed class ProcessJobsContractTests : AttachedJobsContract
{
    internal override IJobWay Way => new ProcessJobWay(
        new ProcessJobOptions
        {
            Program = "sh",
            Arguments = ["-c", $"exec 3<&0\n{Trainer}", "trainer", "{tick}"],
            Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["PLACE"] = Place },
        },
        Options,
        Clock);
}
