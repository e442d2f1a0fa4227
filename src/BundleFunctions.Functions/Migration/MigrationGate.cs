using System.Diagnostics.CodeAnalysis;
using BundleFunctions.Functions.Http;
using BundleFunctions.Migration;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Migration;

/// <summary>Lets clients of retired services in: the key as <c>x-api-key</c> or as a bearer token, the shop from <c>x-shop</c> or the settings.</summary>
internal static class MigrationGate
{
    private const string Bearer = "Bearer ";

    public static ValueTask<(ShopId Shop, ProblemResult? Problem)> EnterAsync(
        ApiKeyRing keys, MigrationOptions options, HttpRequest request, CancellationToken cancellationToken)
    {
        var headers = request.Headers;
        if (headers[ApiKeyCheck.Header].Count == 0 && headers.Authorization.ToString() is { } token && token.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            headers[ApiKeyCheck.Header] = token[Bearer.Length..].Trim();
        }

        var shop = headers["x-shop"] is [{ Length: > 0 } named] ? named : options.Shop;
        return ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Read, cancellationToken);
    }

    /// <summary>How many items are wanted: parameters of the retired services were read without regard to case, as they are here.</summary>
    public static bool TryReadCount(IQueryCollection query, string name, int fallback, out int count, [NotNullWhen(false)] out ProblemResult? problem)
    {
        var read = QueryText.TryGetInt(query, name, out var given, out problem);
        count = given ?? fallback;
        if (read && count is < 1 or > ItemRecommender.MaxItems)
        {
            problem = Problems.InvalidParameter($"{name} is {count}; expected 1..{ItemRecommender.MaxItems}.");
        }

        return problem is null;
    }

    /// <summary>Seeds, each once; those that are no product id are passed over, as the retired services passed over unknown items.</summary>
    public static IReadOnlyList<ProductId> Seeds(IEnumerable<string?> ids) =>
        [.. ids.Select(id => ProductId.TryParse(id?.Trim(), out var product) ? product : default).Where(id => id.Value.Length > 0).Distinct().Take(BundleQuery.MaxCartProducts)];

    public static string PageOf(IReadOnlyList<ProductId> seeds) => seeds.Count == 0 ? AnswerPages.Home : AnswerPages.Cart;
}
