using System.Text.Json.Serialization;

namespace BundleFunctions.Assistant;

/// <summary>What a shopper wants to know.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssistantIntent>))]
public enum AssistantIntent
{
    /// <summary>Bundles with a product, or of a kind.</summary>
    [JsonStringEnumMemberName("find_bundle")] FindBundle,

    /// <summary>What goes with a product.</summary>
    [JsonStringEnumMemberName("goes_with")] GoesWith,

    /// <summary>Bundles within a price.</summary>
    [JsonStringEnumMemberName("budget")] Budget,

    /// <summary>Something to give, or for an occasion.</summary>
    [JsonStringEnumMemberName("gift")] Gift,

    /// <summary>Something for so many people, or so many pieces.</summary>
    [JsonStringEnumMemberName("quantity")] Quantity,

    /// <summary>Whether a product can be bought now.</summary>
    [JsonStringEnumMemberName("availability")] Availability,

    /// <summary>What a product costs.</summary>
    [JsonStringEnumMemberName("price")] Price,

    /// <summary>Something cheaper.</summary>
    [JsonStringEnumMemberName("cheaper")] Cheaper,

    /// <summary>Something better.</summary>
    [JsonStringEnumMemberName("premium")] Premium,

    /// <summary>Two products side by side.</summary>
    [JsonStringEnumMemberName("compare")] Compare,

    /// <summary>What the cart lacks.</summary>
    [JsonStringEnumMemberName("complete_cart")] CompleteCart,

    /// <summary>What others buy.</summary>
    [JsonStringEnumMemberName("popular")] Popular,

    /// <summary>What a bundle holds.</summary>
    [JsonStringEnumMemberName("bundle_contents")] BundleContents,

    /// <summary>Why a bundle is offered.</summary>
    [JsonStringEnumMemberName("why")] Why,

    /// <summary>A greeting or thanks.</summary>
    [JsonStringEnumMemberName("greeting")] Greeting,

    /// <summary>What the assistant can do.</summary>
    [JsonStringEnumMemberName("help")] Help,

    /// <summary>What it cannot know or must not do: orders, persons, medicine, law, orders given to itself.</summary>
    [JsonStringEnumMemberName("out_of_scope")] OutOfScope,

    /// <summary>It does not understand, and asks back.</summary>
    [JsonStringEnumMemberName("unclear")] Unclear,
}
