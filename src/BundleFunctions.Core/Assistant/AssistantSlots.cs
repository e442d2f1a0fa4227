namespace BundleFunctions.Assistant;

/// <summary>What the assistant understood of a question besides its intent; what was not named is null.</summary>
public sealed record AssistantSlots
{
    /// <summary>The products that the question names, best match first.</summary>
    public IReadOnlyList<ProductId>? Products { get; init; }

    /// <summary>The category, as the catalogue writes it, in which most of what was found lies.</summary>
    public string? Category { get; init; }

    /// <summary>The least price.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>The greatest price.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>ISO 4217 code of the currency that the question names. Prices are never converted.</summary>
    public string? Currency { get; init; }

    /// <summary>For how many people, or how many pieces.</summary>
    public int? Quantity { get; init; }

    /// <summary>The occasion, such as <c>birthday</c>.</summary>
    public string? Occasion { get; init; }
}
