namespace BundleFunctions.LocalHost.Invocation;

/// <summary>What every invocation offers to its function's parameters.</summary>
internal interface IInvocation
{
    /// <summary>Cancelled when the invocation may not go on.</summary>
    CancellationToken Cancellation { get; }
}
