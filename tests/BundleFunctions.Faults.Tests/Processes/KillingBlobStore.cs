using System.Diagnostics;
using BundleFunctions.Ports;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>Sends SIGKILL to its own process about the n-th durable step: a write or a deletion.</summary>
/// <param name="inner">What does the work.</param>
/// <param name="killAt">Which step, from 1; 0 for none, to count them.</param>
/// <param name="moment">When about that step.</param>
internal sealed class KillingBlobStore(IBlobStore inner, int killAt, KillMoment moment) : IBlobStore
{
    private int _steps;

    /// <summary>Durable steps so far.</summary>
    public int Steps => _steps;

    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) => inner.OpenAsync(name, cancellationToken);

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        StepAsync(within => inner.PutAsync(name, within ? new HalfStream(content, Die) : content, condition, cancellationToken));

    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        StepAsync(_ => inner.DeleteAsync(name, ifMatch, cancellationToken));

    private async Task<T> StepAsync<T>(Func<bool, Task<T>> step)
    {
        var isIt = Interlocked.Increment(ref _steps) == killAt;
        if (isIt && moment == KillMoment.Before)
        {
            Die();
        }

        var result = await step(isIt && moment == KillMoment.Within);
        if (isIt)
        {
            Die();
        }

        return result;
    }

    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
