using BundleFunctions.Privacy;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Does the erasures that wait, and deletes what is too old; schedule in the setting <c>Schedules:Privacy</c>.</summary>
public sealed partial class KeepPrivacy(PrivacyKeeper keeper, ILogger<KeepPrivacy> log)
{
    [Function(nameof(KeepPrivacy))]
    public async Task RunAsync([TimerTrigger("%Schedules:Privacy%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var shop in await keeper.TickAsync(cancellationToken))
        {
            var files = shop.Retention?.Kinds.Sum(kind => kind.Files) ?? 0;
            var waiting = shop.Erasures.Count(erasure => !erasure.IsDone);
            var fault = shop.Fault ?? shop.Erasures.FirstOrDefault(erasure => !erasure.IsDone)?.Fault;
            Kept(
                log, fault is null ? LogLevel.Information : LogLevel.Error, shop.Shop, shop.Erasures.Count - waiting, waiting, files, fault, timer.IsPastDue);
        }
    }

    [LoggerMessage(Message = "Privacy of {Shop}: {Done} erasures done, {Waiting} wait, {Files} files too old were deleted; {Fault}; past due {IsPastDue}")]
    private static partial void Kept(
        ILogger log, LogLevel level, ShopId shop, int done, int waiting, int files, string? fault, bool isPastDue);
}
