using System.Diagnostics.CodeAnalysis;
using BundleFunctions.Assistant;
using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>Reads a question in plain language.</summary>
internal static class AssistantReader
{
    /// <summary>Judges the fields of a body.</summary>
    public static bool TryMake(
        AssistantBody body,
        [NotNullWhen(true)] out AssistantQuestion? question,
        out Asker asker,
        [NotNullWhen(false)] out ProblemResult? problem)
    {
        question = null;
        asker = new Asker(body.VisitorId, body.UserId, body.SessionId, body.Channel, body.Segment);
        IReadOnlyList<ProductId>? cart = [];
        if (body.Cart is { Length: > 0 } items
            && !CartReader.TryReadProducts([.. items.Select(item => item?.ProductId)], "cart", out cart, out problem))
        {
            return false;
        }

        var product = default(ProductId);
        var bundle = default(BundleId);
        var plain = new AssistantQuestion(body.Message ?? "") { Cart = cart! };
        var complaint = string.IsNullOrWhiteSpace(body.Message) || body.Message.Length > AssistantQuestion.MaxMessage
                ? $"message has {body.Message?.Length ?? 0} characters; expected 1..{AssistantQuestion.MaxMessage}, not all of them blanks."
            : body.MaxBundles is < 1 or > AssistantQuestion.MaxLimit ? $"maxBundles is {body.MaxBundles}; expected 1..{AssistantQuestion.MaxLimit}."
            : body.ProductId is not null && !ProductId.TryParse(body.ProductId, out product)
                ? $"productId is '{QueryText.Shown(body.ProductId)}'; expected a product id of 1..128 characters."
            : body.BundleId is not null && !BundleId.TryParse(body.BundleId, out bundle)
                ? $"bundleId is '{QueryText.Shown(body.BundleId)}'; expected the name of a bundle."
            : asker.Validate();
        problem = complaint is null ? null : Problems.InvalidParameter(complaint);
        question = complaint is not null ? null : plain with
        {
            Product = body.ProductId is null ? null : product,
            Bundle = body.BundleId is null ? null : bundle,
            Limit = body.MaxBundles ?? plain.Limit,
        };
        return problem is null;
    }
}
