using System.Text.Json;
using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Timers;

/// <summary>Keeps each monitored timer's <see cref="TimerStatus"/> as a blob under <c>hosts/timers</c>.</summary>
internal sealed partial class TimerStatusStore(IBlobStore blobs, ILogger<TimerStatusStore> log)
{
    /// <summary>What was last kept; null where nothing is, or where it cannot be read.</summary>
    public async Task<TimerStatus?> ReadAsync(TimerFunction timer, CancellationToken cancellationToken)
    {
        try
        {
            return (await blobs.ReadJsonAsync(NameOf(timer), TimerStatusJson.Default.TimerStatus, cancellationToken))?.Value;
        }
        catch (Exception error) when (error is StoreException or JsonException)
        {
            Unreadable(log, error, timer.Name);
            return null;
        }
    }

    /// <summary>Keeps a status; a store that fails is logged, and costs no run.</summary>
    public async Task WriteAsync(TimerFunction timer, TimerStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.WriteJsonAsync(NameOf(timer), status, TimerStatusJson.Default.TimerStatus, BlobCondition.None, cancellationToken);
        }
        catch (StoreException error)
        {
            Unwritten(log, error, timer.Name);
        }
    }

    private static BlobName NameOf(TimerFunction timer) => new(BlobLayout.Hosts, $"timers/{timer.Name}.json");

    [LoggerMessage(LogLevel.Warning, "The status of timer {Function} cannot be read; its schedule starts anew")]
    private static partial void Unreadable(ILogger log, Exception error, string function);

    [LoggerMessage(LogLevel.Warning, "The status of timer {Function} was not kept")]
    private static partial void Unwritten(ILogger log, Exception error, string function);
}
