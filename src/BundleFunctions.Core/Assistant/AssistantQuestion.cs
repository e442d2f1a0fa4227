namespace BundleFunctions.Assistant;

/// <summary>A question in plain language.</summary>
/// <param name="Message">What the shopper wrote; 1..<see cref="MaxMessage"/> characters.</param>
public sealed record AssistantQuestion(string Message)
{
    /// <summary>Longest message, in UTF-16 units.</summary>
    public const int MaxMessage = 1000;

    /// <summary>Most bundles of an answer.</summary>
    public const int MaxLimit = 10;

    /// <summary>Most products that an answer names as understood.</summary>
    public const int MaxNamed = 10;

    /// <summary>What is in the cart, each product once, at most <see cref="Serving.BundleQuery.MaxCartProducts"/>; empty where that is not told.</summary>
    public IReadOnlyList<ProductId> Cart { get; init; } = [];

    /// <summary>The product that is looked at; null where that is not told.</summary>
    public ProductId? Product { get; init; }

    /// <summary>The bundle that is looked at; null where that is not told.</summary>
    public BundleId? Bundle { get; init; }

    /// <summary>Most bundles wanted, 1..<see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 3;
}
