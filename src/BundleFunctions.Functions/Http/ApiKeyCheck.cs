using BundleFunctions.Ports;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>The door of every route below <c>/v1/{shop}</c>: reads the shop and judges the caller's key.</summary>
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
        var presented = request.Headers[Header].ToString();
        if (presented.Length == 0)
        {
            return (default, Problems.KeyRequired());
        }
        if (!ShopId.TryParse(shop, out var id))
        {
            return (default, Problems.KeyNotAllowed());
        }
        try
        {
            return await keys.AuthorizeAsync(presented, id, role, cancellationToken) switch
            {
                ApiAccess.Granted => (id, null),
                ApiAccess.Missing => (default, Problems.KeyRequired()),
                _ => (default, Problems.KeyNotAllowed()),
            };
        }
        catch (StoreException)
        {
            return (default, Problems.StoreUnavailable());
        }
    }
}
