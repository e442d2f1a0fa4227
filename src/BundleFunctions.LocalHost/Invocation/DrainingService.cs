using BundleFunctions.LocalHost.Settings;
using Microsoft.Extensions.Hosting;

namespace BundleFunctions.LocalHost.Invocation;

/// <summary>
/// A service that stops in two steps: first it takes no new work and lets what runs finish, then, when the bound is up, it
/// cancels what still runs.
/// </summary>
internal abstract class DrainingService(LocalHostOptions options, TimeProvider clock) : IHostedService, IDisposable
{
    private static readonly TimeSpan AfterCancel = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Task _work = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _work = Task.Run(() => WorkAsync(_stopping.Token, _aborting.Token), CancellationToken.None);
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
}
