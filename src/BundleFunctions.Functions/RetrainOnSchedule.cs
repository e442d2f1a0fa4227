using BundleFunctions.Training;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Starts a training job for every shop that has something new to learn; schedule in the setting <c>Schedules:Retrain</c>.</summary>
public sealed partial class RetrainOnSchedule(RetrainScheduler scheduler, TimeProvider clock, ILogger<RetrainOnSchedule> log)
{
    [Function(nameof(RetrainOnSchedule))]
    public async Task RunAsync([TimerTrigger("%Schedules:Retrain%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = await scheduler.TickAsync(clock.GetUtcNow(), cancellationToken);
        foreach (var shop in report.Shops)
        {
            var level = shop.Outcome == RetrainOutcome.Failed ? LogLevel.Error : LogLevel.Information;
            Ticked(log, level, report.Tick, shop.Shop, shop.Outcome, shop.Reason, timer.IsPastDue);
        }
    }

    [LoggerMessage(Message = "Retrain {Tick} of {Shop}: {Outcome}, {Reason}; past due {IsPastDue}")]
    private static partial void Ticked(
        ILogger log, LogLevel level, string tick, ShopId shop, RetrainOutcome outcome, string reason, bool isPastDue);
}
