using System.Diagnostics.CodeAnalysis;
using BundleFunctions.Bundling.Search;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Composing;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads what new bundles are wanted.</summary>
internal static class ComposeReader
{
    /// <summary>Most products that are searched around.</summary>
    public const int MaxProducts = 20;

    private const int MaxTheme = 256;

    /// <summary>Judges the fields of a body.</summary>
    public static bool TryMake(
        ComposeBody body,
        [NotNullWhen(true)] out ComposeQuestion? question,
        [NotNullWhen(true)] out IReadOnlyList<ProductId>? products,
        out BundleQuery query,
        [NotNullWhen(false)] out ProblemResult? problem)
    {
        (question, query) = (null, BundleQuery.Default);
        if (!CartReader.TryReadProducts(body.ProductIds ?? [], "productIds", out products, out problem, MaxProducts))
        {
            return false;
        }

        var fallback = new BundleSearchOptions();
        var options = fallback with
        {
            Bundles = body.Limit ?? fallback.Bundles,
            MaxAdded = body.MaxAdded ?? 3,
            CrossCategory = body.CrossCategory ?? fallback.CrossCategory,
            OverlapPenalty = body.Diversity ?? fallback.OverlapPenalty,
        };
        query = new BundleQuery(options.Bundles, 4, body.Explain ?? true) { Decorate = body.Decorate ?? false };
        var complaint = body.Around is not (null or "cart" or "session") ? $"around is '{QueryText.Shown(body.Around)}'; expected cart or session."
            : body.Theme is { Length: 0 or > MaxTheme } ? $"theme has {body.Theme.Length} characters; expected 1..{MaxTheme}."
            : query.Validate() ?? options.Validate();
        if (complaint is not null)
        {
            problem = Problems.InvalidParameter(complaint);
            return false;
        }

        var seed = body.Around is "session" ? BundleSeed.Session(products) : BundleSeed.Cart(products);
        question = new ComposeQuestion(seed with { Theme = body.Theme }, options);
        return true;
    }
}
