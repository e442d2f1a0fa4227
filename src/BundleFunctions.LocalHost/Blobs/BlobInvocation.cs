using BundleFunctions.LocalHost.Invocation;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>What one run of a blob function takes its arguments from.</summary>
/// <param name="Content">The blob, opened at the first read.</param>
/// <param name="Values">The path pattern's parameters.</param>
/// <param name="Cancellation">Cancelled when the run may not go on.</param>
internal sealed record BlobInvocation(Stream Content, IReadOnlyDictionary<string, string> Values, CancellationToken Cancellation) : IInvocation
{
    /// <summary>One parameter's value; null where the pattern has none of that name.</summary>
    public string? Value(string name) => Values.GetValueOrDefault(name);
}
