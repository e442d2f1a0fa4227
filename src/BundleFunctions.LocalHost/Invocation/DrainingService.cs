using BundleFunctions.LocalHost.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Invocation;

/// <summary>
/// A service that stops in two steps: first it takes no new work and lets what runs finish, then, when the bound is up, it
/// cancels what still runs.
/// </summary>
internal abstract partial class DrainingService(
    LocalHostOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger log) : IHostedService, IDisposable
{
    private static readonly TimeSpan AfterCancel = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Task _work = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _work = Task.Run(WatchedAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await WaitAsync(options.DrainTimeout);
        await _aborting.CancelAsync();
        await WaitAsync(AfterCancel);

        async Task WaitAsync(TimeSpan bound)
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_work, Task.Delay(bound, clock, done.Token));
            await done.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    /// <summary>Works until <paramref name="stopping"/>, then finishes what runs; <paramref name="aborting"/> ends that too.</summary>
    protected abstract Task WorkAsync(CancellationToken stopping, CancellationToken aborting);

    private async Task WatchedAsync()
    {
        try
        {
            await WorkAsync(_stopping.Token, _aborting.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }
#pragma warning disable CA1031 // A host whose triggers are dead must not look alive, whatever killed them.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Broke(log, error, GetType().Name);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(10, LogLevel.Critical, "{Service} broke; the host stops")]
    private static partial void Broke(ILogger log, Exception error, string service);
}
