using BundleFunctions.Feedback.Sales;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Writes each shop's sales report once a day is over; schedule in the setting <c>Schedules:Experiments</c>.</summary>
public sealed partial class WriteSalesReports(SalesDesk desk, ILogger<WriteSalesReports> log)
{
    [Function(nameof(WriteSalesReports))]
    public async Task RunAsync([TimerTrigger("%Schedules:Experiments%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var report in await desk.TickAsync(cancellationToken))
        {
            if (report.Through is { } through)
            {
                Written(log, report.Shop, through);
            }
            else
            {
                Failed(log, report.Shop, report.Fault, timer.IsPastDue);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Sales of {Shop}: the report through {Day} was written")]
    private static partial void Written(ILogger log, ShopId shop, DateOnly day);

    [LoggerMessage(LogLevel.Error, "Sales of {Shop}: the report was not written: {Reason}; past due {IsPastDue}")]
    private static partial void Failed(ILogger log, ShopId shop, string? reason, bool isPastDue);
}
