using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Invocation;
using BundleFunctions.LocalHost.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>Keeps every blob function supplied: one scanner each, one dispatcher for all.</summary>
internal sealed class BlobService(
    FunctionCatalogue functions,
    BlobScanner scanner,
    BlobDispatcher dispatcher,
    LocalHostOptions options,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<BlobService> log)
    : DrainingService(options, clock, lifetime, log)
{
    /// <inheritdoc/>
    protected override Task WorkAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var scans = functions.OfKind<BlobFunction>().Select(function => scanner.WorkAsync(function, stopping));
        return Task.WhenAll([.. scans, dispatcher.WorkAsync(stopping, aborting)]);
    }
}
