using BundleFunctions.Serving;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Looks at stores and shops though nobody asks, so that an alarm comes before a customer does; schedule in the setting
/// <c>Schedules:Reconcile</c>. Its measurements are also the sign that the service lives.</summary>
public sealed partial class WatchService(ServiceHealth health, ILogger<WatchService> log)
{
    [Function(nameof(WatchService))]
    public async Task RunAsync([TimerTrigger("%Schedules:Reconcile%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = await health.CheckAsync(cancellationToken);
        Watched(log, report.Status, report.Shops.Count, report.Shops.Count(shop => shop.Status != HealthStatus.Healthy), timer.IsPastDue);
        foreach (var store in report.Stores)
        {
            if (store.Fault is { } fault)
            {
                Unreachable(log, store.Store, fault);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The service is {Status}; {Degraded} of {Shops} shops are not healthy; past due {IsPastDue}")]
    private static partial void Watched(ILogger log, HealthStatus status, int shops, int degraded, bool isPastDue);

    [LoggerMessage(LogLevel.Error, "The store of {Store} cannot be used: {Fault}")]
    private static partial void Unreachable(ILogger log, string store, string fault);
}
