using BundleFunctions.Telemetry;

namespace BundleFunctions.Ports;

/// <summary>A store failed or refused. Adapters wrap their SDK's exceptions in this one.</summary>
public sealed class StoreException : Exception
{
    /// <param name="message">What was asked of which store, and what it said.</param>
    /// <param name="isTransient">Whether the same call may succeed later (throttled, timed out, unreachable).</param>
    /// <param name="inner">The SDK's exception.</param>
    public StoreException(string message, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        IsTransient = isTransient;

        // Counted where it is made: whoever answers from a cache swallows it, and an operator wants to know of it all the same.
        ServiceMeter.StoreFaults.Add(1, new KeyValuePair<string, object?>("transient", isTransient ? "true" : "false"));
    }

    public bool IsTransient { get; }
}
