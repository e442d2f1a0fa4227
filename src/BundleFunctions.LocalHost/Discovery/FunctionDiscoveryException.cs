namespace BundleFunctions.LocalHost.Discovery;

/// <summary>Functions, settings or host.json that this host cannot run; the message names every complaint.</summary>
public sealed class FunctionDiscoveryException : Exception
{
    /// <summary>One exception for all complaints.</summary>
    /// <param name="complaints">What was found and what was expected, one a line; at least one.</param>
    public FunctionDiscoveryException(IReadOnlyCollection<string> complaints)
        : base("The functions cannot be hosted:" + Environment.NewLine + string.Join(Environment.NewLine, complaints))
    {
        Complaints = complaints;
    }

    /// <summary>What was found and what was expected, one a line.</summary>
    public IReadOnlyCollection<string> Complaints { get; }
}
