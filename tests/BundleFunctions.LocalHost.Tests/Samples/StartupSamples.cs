using BundleFunctions.LocalHost.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Tests.Samples;

internal sealed class StartupSamples(Journal journal)
{
    [Function("AtStart")]
    public Task AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
        journal.WriteAsync($"started {timer.ScheduleStatus is not null}", CancellationToken.None);
}
