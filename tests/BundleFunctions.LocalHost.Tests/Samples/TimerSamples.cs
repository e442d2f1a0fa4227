using BundleFunctions.LocalHost.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Tests.Samples;

internal sealed class TimerSamples(Journal journal)
{
    [Function("Hourly")]
    public Task Hourly([TimerTrigger("%Schedules:Hourly%")] TimerInfo timer, CancellationToken cancellationToken) =>
        journal.WriteAsync(timer.IsPastDue ? "late" : "due", cancellationToken);
}
