using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Invocation;

/// <summary>One line per invocation, with named fields.</summary>
internal static partial class InvocationLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Function} answered {Status} in {ElapsedMs:0.0} ms")]
    public static partial void Answered(ILogger log, string function, int status, double elapsedMs);

    [LoggerMessage(2, LogLevel.Information, "{Function} finished in {ElapsedMs:0.0} ms: {Subject}")]
    public static partial void Finished(ILogger log, string function, double elapsedMs, string subject);

    [LoggerMessage(3, LogLevel.Error, "{Function} failed on {Subject} with {Error}")]
    public static partial void Failed(ILogger log, Exception exception, string function, string subject, string error);

    [LoggerMessage(4, LogLevel.Debug, "{Function} was abandoned by its caller: {Subject}")]
    public static partial void Abandoned(ILogger log, string function, string subject);

    [LoggerMessage(5, LogLevel.Warning, "{Function} was cancelled: {Subject}")]
    public static partial void Cancelled(ILogger log, string function, string subject);
}
