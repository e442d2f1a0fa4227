using BundleFunctions.Functions.Gate;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Functions.Http;

/// <summary>The door of every route below <c>/v1/{shop}</c>: reads the shop, judges the caller's key, and keeps the caller to its rate.</summary>
internal static class ApiKeyCheck
{
    /// <summary>The header that carries the key.</summary>
    public const string Header = "x-api-key";

    /// <summary>The shop, or the problem to answer with. An unknown shop, another shop's key and a made-up key look alike.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="request">The request that presents one.</param>
    /// <param name="shop">The shop as the route names it.</param>
    /// <param name="role">What the caller must be allowed.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public static async ValueTask<(ShopId Shop, ProblemResult? Problem)> AuthorizeAsync(
        ApiKeyRing keys, HttpRequest request, string shop, ApiRole role, CancellationToken cancellationToken)
    {
        var (caller, problem) = await EnterAsync(keys, request, shop, role, cancellationToken);
        return (caller.Shop, problem);
    }

    /// <summary>The caller, or the problem to answer with.</summary>
    /// <inheritdoc cref="AuthorizeAsync"/>
    public static async ValueTask<(Caller Caller, ProblemResult? Problem)> EnterAsync(
        ApiKeyRing keys, HttpRequest request, string shop, ApiRole role, CancellationToken cancellationToken)
    {
        var context = request.HttpContext;
        SecurityHeaders.Set(context);

        // Every route asks here, whoever writes it: none can forget the gate, and a host that lacks it serves nothing.
        var gate = context.RequestServices.GetRequiredService<RequestGate>();
        var presented = request.Headers[Header].ToString();
        if (presented.Length == 0)
        {
            return (default, Problems.KeyRequired());
        }
        if (!ShopId.TryParse(shop, out var id))
        {
            return (default, gate.Refuse(context, Problems.KeyNotAllowed()));
        }
        try
        {
            var entry = await keys.EnterAsync(presented, id, role, cancellationToken);
            if (entry.Access != ApiAccess.Granted)
            {
                return (default, gate.Refuse(context, Problems.KeyNotAllowed()));
            }
            await gate.AllowOriginAsync(context, id, cancellationToken);
            return gate.Admit(context, entry) is { } problem ? (default, problem) : (new Caller(id, entry.KeyId!), null);
        }
        catch (StoreException)
        {
            return (default, Problems.StoreUnavailable());
        }
    }
}
