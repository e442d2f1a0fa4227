using System.Globalization;
using Microsoft.Azure.Cosmos;

namespace BundleFunctions.Storage.Azure;

/// <summary>Repeats a write that is throttled or finds the service unavailable, for a bounded time. The SDK repeats only throttled
/// requests, and here only briefly.</summary>
internal sealed class WriteRetry(TimeSpan patience, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Sends until an answer is not transient, or until the time is used up; then gives the last answer, or throws the last failure.</summary>
    public async Task<ResponseMessage> SendAsync(Func<Task<ResponseMessage>> send, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            TimeSpan wait;
            try
            {
                var answer = await send();
                wait = RetryAfter(answer) ?? pause;
                if (!CosmosFailures.IsTransient(answer) || clock.GetElapsedTime(started) + wait > patience)
                {
                    return answer;
                }

                answer.Dispose();
            }
            catch (Exception failure) when (
                CosmosFailures.Wrap(failure, "", cancellationToken) is { IsTransient: true } && clock.GetElapsedTime(started) + pause <= patience)
            {
                wait = pause;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static TimeSpan? RetryAfter(ResponseMessage answer) =>
        double.TryParse(answer.Headers["x-ms-retry-after-ms"], NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds >= 0
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, LongestPause.TotalMilliseconds))
            : null;
}
