namespace BundleFunctions.Ports;

/// <summary>A store failed or refused. Adapters wrap their SDK's exceptions in this one.</summary>
/// <param name="message">What was asked of which store, and what it said.</param>
/// <param name="isTransient">Whether the same call may succeed later (throttled, timed out, unreachable).</param>
/// <param name="inner">The SDK's exception.</param>
public sealed class StoreException(string message, bool isTransient, Exception? inner = null) : Exception(message, inner)
{
    public bool IsTransient { get; } = isTransient;
}
