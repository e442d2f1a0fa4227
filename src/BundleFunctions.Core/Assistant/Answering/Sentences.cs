using System.Globalization;
using BundleFunctions.Assistant.Text;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;

namespace BundleFunctions.Assistant.Answering;

/// <summary>Says things in one language; what stands in a sentence besides the phrases comes from the catalogue or from an offer.</summary>
internal sealed class Sentences(PhraseBook phrases)
{
    /// <summary>A phrase of the assistant's.</summary>
    public string Say(string key, params ReadOnlySpan<object?> figures) => phrases.Say($"assistant.{key}", figures);

    /// <summary>A product's name.</summary>
    public static string NameOf(Product product) => ShownText.Of(product.Title);

    /// <summary>An amount with its currency.</summary>
    public string Money(decimal amount, string currency) =>
        Say("money", currency, CurrencyUnits.Normalize(amount, currency).ToString(CultureInfo.InvariantCulture));

    /// <summary>A product and its price.</summary>
    public string Line(Product product) => Say("line", NameOf(product), Money(product.Price, product.Currency));

    /// <summary>A bundle and its price.</summary>
    public string Line(BundleOffer bundle) => Say("line", NameOf(bundle), Money(bundle.Price.Offer, bundle.Price.Currency));

    /// <summary>A bundle by its products.</summary>
    public string NameOf(BundleOffer bundle) => bundle.Items.Select(NameOf).Aggregate((left, right) => Say("plus", left, right));

    /// <summary>A product of a bundle, with how many there are.</summary>
    public string NameOf(BundleItem item)
    {
        var name = ShownText.Of(item.Title ?? item.ProductId.Value);
        return item.Quantity == 1 ? name : Say("times", item.Quantity, name);
    }
}
