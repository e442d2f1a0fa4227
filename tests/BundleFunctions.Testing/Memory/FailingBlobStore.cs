using System.Runtime.CompilerServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Testing;

/// <summary>Fails at its n-th call, as if the process were killed or the store went away there: before the call does anything, or after
/// it has done all of it. From then on it works again.</summary>
/// <param name="inner">What does the work.</param>
/// <param name="failAt">Which call fails, from 1.</param>
/// <param name="afterwards">Whether the failing call has its effect first.</param>
public sealed class FailingBlobStore(IBlobStore inner, int failAt, bool afterwards) : IBlobStore
{
    private int _calls;

    /// <summary>Whether there were enough calls for one to fail.</summary>
    public bool HasFailed => _calls >= failAt;

    /// <inheritdoc/>
    public Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken) =>
        RunAsync(() => inner.OpenAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        RunAsync(() => inner.FindAsync(name, cancellationToken));

    /// <inheritdoc/>
    public Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken) =>
        RunAsync(() => inner.PutAsync(name, content, condition, cancellationToken));

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await RunAsync(() => Task.FromResult(true));
        await foreach (var entry in inner.ListAsync(container, prefix, cancellationToken))
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken) =>
        RunAsync(() => inner.DeleteAsync(name, ifMatch, cancellationToken));

    private async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        var fails = Interlocked.Increment(ref _calls) == failAt;
        if (fails && !afterwards)
        {
            throw new StoreException("Injected before the call.", isTransient: true);
        }

        var result = await call();
        return fails ? throw new StoreException("Injected after the call.", isTransient: true) : result;
    }
}
