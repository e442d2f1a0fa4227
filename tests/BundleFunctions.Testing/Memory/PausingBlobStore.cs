using System.Runtime.CompilerServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Testing;

/// <summary>Lets something else happen before its n-th call, as if another process had run there.</summary>
/// <param name="inner">What does the work.</param>
/// <param name="pauseAt">Before which call, from 1.</param>
/// <param name="meanwhile">What happens.</param>
public sealed class PausingBlobStore(IBlobStore inner, int pauseAt, Func<Task> meanwhile) : IBlobStore
{
    private int _calls;

    /// <summary>The call; null where there were not enough.</summary>
    public string? PausedBefore { get; private set; }

    /// <inheritdoc/>
    public async Task<BlobContent?> OpenAsync(BlobName name, CancellationToken cancellationToken)
    {
        await PauseAsync($"open {name}");
        return await inner.OpenAsync(name, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken)
    {
        await PauseAsync($"find {name}");
        return await inner.FindAsync(name, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<BlobEntry?> PutAsync(BlobName name, Stream content, BlobCondition condition, CancellationToken cancellationToken)
    {
        await PauseAsync($"put {name}");
        return await inner.PutAsync(name, content, condition, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await PauseAsync($"list {container}/{prefix}");
        await foreach (var entry in inner.ListAsync(container, prefix, cancellationToken))
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(BlobName name, string? ifMatch, CancellationToken cancellationToken)
    {
        await PauseAsync($"delete {name}");
        return await inner.DeleteAsync(name, ifMatch, cancellationToken);
    }

    private Task PauseAsync(string call)
    {
        if (Interlocked.Increment(ref _calls) != pauseAt)
        {
            return Task.CompletedTask;
        }

        PausedBefore = call;
        return meanwhile();
    }
}
