using BundleFunctions.Ports;
using BundleFunctions.Testing;

namespace BundleFunctions.Hosting.Tests.TrainingJobs.ContainerApps;

/// <summary>Training as executions of an Azure Container Apps job keeps the contract.</summary>
public sealed class ContainerAppsJobsContractTests : TrainingJobsContract
{
    private readonly AppsUnderTest _apps;

    public ContainerAppsJobsContractTests() => _apps = new AppsUnderTest(Blobs, Clock);

    public override Task DisposeAsync()
    {
        _apps.Service.Complaints.ShouldBeEmpty();
        _apps.Dispose();
        return Task.CompletedTask;
    }

    protected override ITrainingJobs OpenHost() => _apps.OpenHost();

    protected override Task FinishAsync(string tick, bool success)
    {
        _apps.Service.End(_apps.Service.Executions.Single(execution => execution.Variable("BUNDLES_RUN") == $"{Shop}/{tick}"), success ? "Succeeded" : "Failed");
        return Task.CompletedTask;
    }

    protected override Task<int> CountStartsAsync() => Task.FromResult(_apps.Service.Executions.Count);

    protected override Task WaitUntilRunningAsync(ITrainingJobs jobs, string tick)
    {
        _apps.Service.Executions.ShouldContain(execution => execution.Variable("BUNDLES_RUN") == $"{Shop}/{tick}");
        return Task.CompletedTask;
    }
}
