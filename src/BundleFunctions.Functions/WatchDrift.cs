using BundleFunctions.Operations.Drift;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Measures how far what shops send has moved from what their models learned from; schedule in the setting
/// <c>Schedules:Experiments</c>.</summary>
public sealed partial class WatchDrift(DriftWatch watch, ILogger<WatchDrift> log)
{
    [Function(nameof(WatchDrift))]
    public async Task RunAsync([TimerTrigger("%Schedules:Experiments%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var report in await watch.TickAsync(cancellationToken))
        {
            if (report.Fault is not null)
            {
                Failed(log, report.Shop, report.Fault, timer.IsPastDue);
            }
            foreach (var (feature, index) in report.Drift)
            {
                var level = index > ShopDrift.Threshold ? LogLevel.Warning : LogLevel.Debug;
                Measured(log, level, report.Shop, feature, index);
            }
        }
    }

    [LoggerMessage(Message = "Inputs of {Shop}: {Feature} is {Index} away from what the model learned from")]
    private static partial void Measured(ILogger log, LogLevel level, ShopId shop, string feature, double index);

    [LoggerMessage(LogLevel.Error, "Drift of {Shop} was not measured: {Reason}; past due {IsPastDue}")]
    private static partial void Failed(ILogger log, ShopId shop, string reason, bool isPastDue);
}
