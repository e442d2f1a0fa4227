using BundleFunctions.Intake;
using BundleFunctions.Ports;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>What several functions log, with the same named fields.</summary>
internal static partial class FunctionLog
{
    [LoggerMessage(LogLevel.Information, "{Blob}: {Status}; {RecordsRead} records, {Accepted} accepted, {Rejected} rejected, {Duplicates} duplicates")]
    public static partial void TakenIn(
        ILogger log, BlobName blob, IntakeStatus status, long recordsRead, long accepted, long rejected, long duplicates);

    [LoggerMessage(LogLevel.Error, "{Function}: {Blob} is no name that this product can work with; the blob is left alone")]
    public static partial void UnusableName(ILogger log, string function, BlobName blob);

    public static void Warn(ILogger log, BlobName blob, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            Warned(log, blob, warning);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Blob}: {Warning}")]
    private static partial void Warned(ILogger log, BlobName blob, string warning);
}
