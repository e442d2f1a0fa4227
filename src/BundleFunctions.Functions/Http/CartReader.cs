using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads a cart from <c>items=a,b,c</c> or from <c>{"items":[{"productId":"a","quantity":1}],"limit":5}</c>.</summary>
internal static class CartReader
{
    /// <summary>The most bytes of a cart's body.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    private const int MaxQuantity = 1_000_000;

    /// <summary>Reads the cacheable form. An id that holds a comma can only be asked for with POST.</summary>
    public static bool TryReadQuery(
        IQueryCollection parameters, [NotNullWhen(true)] out CartQuestion? question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        question = null;
        if (!BundleQueryReader.TryRead(parameters, out var query, out problem)
            || !QueryText.TryGet(parameters, "items", out var text, out problem))
        {
            return false;
        }
        return TryMake(text?.Split(',') ?? [], query, out question, out problem);
    }

    /// <summary>Reads the body of a POST.</summary>
    public static bool TryReadBody(
        ReadOnlyMemory<byte> body, [NotNullWhen(true)] out CartQuestion? question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        question = null;
        CartBody? cart;
        try
        {
            cart = JsonSerializer.Deserialize(body.Span, ContractJson.Default.CartBody);
        }
        catch (JsonException error)
        {
            problem = Problems.InvalidBody($"{error.Path ?? "$"}, line {error.LineNumber + 1}: expected a cart.");
            return false;
        }
        if (cart?.Items is not { } items)
        {
            problem = Problems.InvalidParameter($"items is absent; expected 1..{BundleQuery.MaxCartProducts} products.");
            return false;
        }

        var fallback = BundleQuery.Default;
        var query = new BundleQuery(cart.Limit ?? fallback.Limit, cart.MaxItems ?? fallback.MaxItems, cart.Explain ?? fallback.Explain);
        var complaint = query.Validate() ?? FindQuantity(items);
        if (complaint is not null)
        {
            problem = Problems.InvalidParameter(complaint);
            return false;
        }
        return TryMake([.. items.Select(item => item?.ProductId)], query, out question, out problem);
    }

    private static string? FindQuantity(CartItem?[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i]?.Quantity is < 1 or > MaxQuantity)
            {
                return $"items[{i}].quantity is {items[i]!.Quantity}; expected 1..{MaxQuantity}.";
            }
        }
        return null;
    }

    private static bool TryMake(
        string?[] ids, BundleQuery query, [NotNullWhen(true)] out CartQuestion? question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        question = null;
        problem = null;
        var products = new List<ProductId>();
        var seen = new HashSet<ProductId>();
        for (var i = 0; i < ids.Length && problem is null; i++)
        {
            if (!ProductId.TryParse(ids[i], out var product))
            {
                problem = Problems.InvalidParameter($"items[{i}] is '{QueryText.Shown(ids[i] ?? "")}'; expected a product id of 1..128 characters.");
            }
            else if (seen.Add(product))
            {
                products.Add(product);
                problem = products.Count <= BundleQuery.MaxCartProducts
                    ? null
                    : Problems.InvalidParameter($"items names more than {BundleQuery.MaxCartProducts} different products.");
            }
        }
        if (problem is null && products.Count == 0)
        {
            problem = Problems.InvalidParameter($"items is empty; expected 1..{BundleQuery.MaxCartProducts} products.");
        }
        question = problem is null ? new CartQuestion(products, query) : null;
        return problem is null;
    }
}
