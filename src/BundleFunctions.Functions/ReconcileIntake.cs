using BundleFunctions.Intake;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Takes in what no trigger reported; schedule in the setting <c>Schedules:Reconcile</c>.</summary>
public sealed partial class ReconcileIntake(IntakeReconciler reconciler, ILogger<ReconcileIntake> log)
{
    [Function(nameof(ReconcileIntake))]
    public async Task RunAsync([TimerTrigger("%Schedules:Reconcile%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = await reconciler.ReconcileAsync(cancellationToken);
        Reconciled(log, report.Listed, report.Known, report.Events.Count, report.Catalogues.Count, report.Failures.Count, timer.IsPastDue);
        foreach (var failure in report.Failures)
        {
            Failed(log, failure.What, failure.Message);
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Reconciled {Listed} raw blobs: {Known} known, {Events} event files and {Catalogues} product files taken in, {Failures} failed; past due {IsPastDue}")]
    private static partial void Reconciled(ILogger log, int listed, int known, int events, int catalogues, int failures, bool isPastDue);

    [LoggerMessage(LogLevel.Error, "Reconcile could not take in {What}: {Reason}")]
    private static partial void Failed(ILogger log, string what, string reason);
}
