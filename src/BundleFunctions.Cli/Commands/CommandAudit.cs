using BundleFunctions.Audit;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary>Writes what an operator does by a command into the shop's audit log, before it is done.</summary>
internal static class CommandAudit
{
    // Who sits at the machine, the machine knows.
    private const string Actor = "cli";

    /// <summary>Writes an act down.</summary>
    /// <exception cref="StoreException">The store failed: the act must not be done.</exception>
    public static Task WriteAuditAsync(this IServiceProvider services, ShopId shop, string action, string? target, CancellationToken cancellationToken) =>
        services.GetRequiredService<AuditLog>().WriteAsync(shop, Actor, action, target, detail: null, cancellationToken);
}
