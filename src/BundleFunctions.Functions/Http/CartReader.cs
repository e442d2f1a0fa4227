using System.Diagnostics.CodeAnalysis;
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
        if (!QuestionReader.TryRead(parameters, out var plain, out problem)
            || !QueryText.TryGet(parameters, "items", out var text, out problem)
            || !TryReadProducts(text?.Split(',') ?? [], "items", out var products, out problem))
        {
            return false;
        }
        question = new CartQuestion(products, plain.Query, plain.Asker);
        return true;
    }

    /// <summary>Reads the body of a POST.</summary>
    public static bool TryReadBody(
        ReadOnlyMemory<byte> body, [NotNullWhen(true)] out CartQuestion? question, [NotNullWhen(false)] out ProblemResult? problem)
    {
        question = null;
        if (!JsonText.TryRead(body, ContractJson.Default.CartBody, "a cart", out var cart, out problem))
        {
            return false;
        }
        if (cart.Items is not { } items)
        {
            problem = Problems.InvalidParameter($"items is absent; expected 1..{BundleQuery.MaxCartProducts} products.");
            return false;
        }
        if (!QuestionReader.TryMake(cart, out var plain, out problem))
        {
            return false;
        }
        if (FindQuantity(items) is { } complaint)
        {
            problem = Problems.InvalidParameter(complaint);
            return false;
        }
        if (!TryReadProducts([.. items.Select(item => item?.ProductId)], "items", out var products, out problem))
        {
            return false;
        }
        question = new CartQuestion(products, plain.Query, plain.Asker, cart.ValidateOnly ?? false);
        return true;
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

    /// <summary>Reads product ids, each kept once, in the order given.</summary>
    /// <param name="ids">As they were sent.</param>
    /// <param name="name">What messages call them.</param>
    /// <param name="products">1..<see cref="BundleQuery.MaxCartProducts"/> different products.</param>
    /// <param name="problem">What is wrong with the first that is.</param>
    /// <param name="max">The most different products.</param>
    public static bool TryReadProducts(
        IReadOnlyList<string?> ids,
        string name,
        [NotNullWhen(true)] out IReadOnlyList<ProductId>? products,
        [NotNullWhen(false)] out ProblemResult? problem,
        int max = BundleQuery.MaxCartProducts)
    {
        problem = null;
        var distinct = new List<ProductId>();
        var seen = new HashSet<ProductId>();
        for (var i = 0; i < ids.Count && problem is null; i++)
        {
            if (!ProductId.TryParse(ids[i], out var product))
            {
                problem = Problems.InvalidParameter($"{name}[{i}] is '{QueryText.Shown(ids[i] ?? "")}'; expected a product id of 1..128 characters.");
            }
            else if (seen.Add(product))
            {
                distinct.Add(product);
                problem = distinct.Count <= max ? null : Problems.InvalidParameter($"{name} names more than {max} different products.");
            }
        }
        if (problem is null && distinct.Count == 0)
        {
            problem = Problems.InvalidParameter($"{name} is empty; expected 1..{max} products.");
        }
        products = problem is null ? distinct : null;
        return problem is null;
    }
}
