using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Invocation;

/// <summary>Runs timer and blob invocations: a scope of services each, host.json's time limit, one line in the log.</summary>
internal sealed class InvocationRunner(IServiceScopeFactory scopes, HostJson host, TimeProvider clock, ILogger<InvocationRunner> log)
{
    /// <summary>Runs one invocation; what it throws is the result.</summary>
    /// <param name="function">The function.</param>
    /// <param name="subject">What started it, for the log: a blob's path, or a schedule's occurrence.</param>
    /// <param name="invoke">Calls the function on its instance.</param>
    /// <param name="cancellationToken">Cancelled when the host no longer waits.</param>
    /// <returns>Null where the function finished, else what it threw.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled and the function heeded it.</exception>
    public async Task<Exception?> RunAsync(
        FunctionDefinition function, string subject, Func<object, CancellationToken, Task> invoke, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(host.FunctionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var started = clock.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.InstanceType);
            using (instance as IDisposable)
            {
                await invoke(instance, both.Token);
            }
            InvocationLog.Finished(log, function.Name, clock.GetElapsedTime(started).TotalMilliseconds, subject);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            InvocationLog.Cancelled(log, function.Name, subject);
            throw;
        }
#pragma warning disable CA1031 // The host's last line: whatever a function throws is its result.
        catch (Exception error)
#pragma warning restore CA1031
        {
            InvocationLog.Failed(log, error, function.Name, subject, error.GetType().Name);
            return timeout.IsCancellationRequested
                ? new TimeoutException($"{function.Name} ran past host.json's functionTimeout of {host.FunctionTimeout}.", error)
                : error;
        }
    }
}
