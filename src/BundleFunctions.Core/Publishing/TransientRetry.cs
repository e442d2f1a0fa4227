using BundleFunctions.Ports;

namespace BundleFunctions.Publishing;

/// <summary>Calls a store again that failed for a moment: bounded tries, waits that double.</summary>
internal sealed class TransientRetry(PublishingOptions options, TimeProvider clock)
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (StoreException e) when (e.IsTransient && attempt < options.Tries)
            {
                await Task.Delay(options.RetryDelay * Math.Pow(2, attempt - 1), clock, cancellationToken);
            }
        }
    }

    public Task RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                await call(token);
                return true;
            },
            cancellationToken);
}
