using BundleFunctions.Ports;
using BundleFunctions.Training;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Records how training runs ended, and ends those that take too long; schedule in the setting <c>Schedules:Reconcile</c>.</summary>
public sealed partial class FollowTraining(TrainingFollower follower, ILogger<FollowTraining> log)
{
    [Function(nameof(FollowTraining))]
    public async Task RunAsync([TimerTrigger("%Schedules:Reconcile%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = await follower.FollowAsync(cancellationToken);
        Followed(
            log, report.Latest.Count, report.Count(TrainingJobState.Running), report.Count(TrainingJobState.Failed), report.Failures.Count, timer.IsPastDue);
        foreach (var failure in report.Failures)
        {
            Failed(log, failure.Shop, failure.Reason);
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Followed the newest training runs of {Shops} shops: {Running} run, {FailedRuns} failed; {Failures} could not be looked at; past due {IsPastDue}")]
    private static partial void Followed(ILogger log, int shops, int running, int failedRuns, int failures, bool isPastDue);

    [LoggerMessage(LogLevel.Error, "Training of {Shop} could not be followed: {Reason}")]
    private static partial void Failed(ILogger log, ShopId shop, string reason);
}
