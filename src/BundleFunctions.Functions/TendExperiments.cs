using BundleFunctions.Feedback.Sales;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Stops variants that break a guardrail and lets bandits learn; schedule in the setting <c>Schedules:Experiments</c>.</summary>
public sealed partial class TendExperiments(ExperimentKeeper keeper, ILogger<TendExperiments> log)
{
    [Function(nameof(TendExperiments))]
    public async Task RunAsync([TimerTrigger("%Schedules:Experiments%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var report in await keeper.TickAsync(cancellationToken))
        {
            foreach (var (variant, reason) in report.Stopped)
            {
                Stopped(log, report.Shop, variant, reason);
            }
            if (report.Fault is not null)
            {
                Failed(log, report.Shop, report.Fault, timer.IsPastDue);
            }
            else if (report.LearntBundles is { } bundles)
            {
                Learnt(log, report.Shop, bundles);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Experiments of {Shop}: {Variant} was stopped. {Reason}")]
    private static partial void Stopped(ILogger log, ShopId shop, string variant, string reason);

    [LoggerMessage(LogLevel.Information, "Experiments of {Shop}: the bandit knows {Bundles} bundles")]
    private static partial void Learnt(ILogger log, ShopId shop, int bundles);

    [LoggerMessage(LogLevel.Error, "Experiments of {Shop} were not looked after: {Reason}; past due {IsPastDue}")]
    private static partial void Failed(ILogger log, ShopId shop, string reason, bool isPastDue);
}
