using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Takes in what no trigger reported, then merges small files of the lake where that is due; schedule in the setting <c>Schedules:Reconcile</c>.</summary>
public sealed partial class ReconcileIntake(
    IntakeReconciler reconciler, LakeCompactor compactor, ShopDirectory shops, ILogger<ReconcileIntake> log)
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

        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            await CompactAsync(shop, cancellationToken);
        }
    }

    // What stops one shop's files from being merged stops nothing else.
    private async Task CompactAsync(ShopId shop, CancellationToken cancellationToken)
    {
        try
        {
            var report = await compactor.CompactDueAsync(shop, cancellationToken);
            if (report.Days + report.FilesDeleted + report.Overtaken + report.TooLarge > 0)
            {
                Compacted(log, shop, report.Days, report.PartsBefore, report.PartsAfter, report.FilesDeleted, report.Overtaken, report.TooLarge);
            }
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            NotCompacted(log, shop, e.Message);
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Reconciled {Listed} raw blobs: {Known} known, {Events} event files and {Catalogues} product files taken in, {Failures} failed; past due {IsPastDue}")]
    private static partial void Reconciled(ILogger log, int listed, int known, int events, int catalogues, int failures, bool isPastDue);

    [LoggerMessage(
        LogLevel.Information,
        "Merged {Days} days of {Shop}'s lake: {Before} parts before, {After} after; {Deleted} old files deleted, {Overtaken} days overtaken, {TooLarge} too large")]
    private static partial void Compacted(ILogger log, ShopId shop, int days, int before, int after, int deleted, int overtaken, int tooLarge);

    [LoggerMessage(LogLevel.Error, "The lake of {Shop} could not be merged: {Reason}")]
    private static partial void NotCompacted(ILogger log, ShopId shop, string reason);

    [LoggerMessage(LogLevel.Error, "Reconcile could not take in {What}: {Reason}")]
    private static partial void Failed(ILogger log, string what, string reason);
}
