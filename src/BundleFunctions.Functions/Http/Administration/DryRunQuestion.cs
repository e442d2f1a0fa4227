using System.Globalization;
using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A question whose answer is wanted under other rules.</summary>
internal sealed record DryRunQuestion
{
    private static readonly string[] Pages = [AnswerPages.Product, AnswerPages.Cart, AnswerPages.Home];

    public string? Page { get; init; }

    public IReadOnlyList<ProductId>? Products { get; init; }

    public string? Channel { get; init; }

    public string? Segment { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>The question as answers are asked for, or what is wrong with it.</summary>
    public (AnswerContext? Context, string? Fault) ToContext(ShopId shop, DateTimeOffset now)
    {
        var products = (Products ?? []).Distinct().ToArray();
        var fault = !Pages.Contains(Page, StringComparer.Ordinal) ? $"question.page is '{QueryText.Shown(Page ?? "")}'; expected {string.Join(", ", Pages)}."
            : products.Any(product => product.Value.Length == 0) ? "question.products has an empty id."
            : Page switch
            {
                AnswerPages.Product when products.Length != 1 => Text($"question.products has {products.Length} entries; expected 1."),
                AnswerPages.Cart when products.Length is < 1 or > BundleQuery.MaxCartProducts =>
                    Text($"question.products has {products.Length} entries; expected 1..{BundleQuery.MaxCartProducts}."),
                AnswerPages.Home when products.Length > 0 => Text($"question.products has {products.Length} entries; expected none."),
                _ => null,
            };
        return fault is null
            ? (new AnswerContext(shop, Page!, At ?? now) { Products = products, Channel = Channel, Segment = Segment }, null)
            : (null, fault);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
