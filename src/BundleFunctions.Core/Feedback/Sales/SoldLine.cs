namespace BundleFunctions.Feedback.Sales;

/// <summary>One product of an order, valued in one currency.</summary>
/// <param name="product">The product.</param>
/// <param name="at">When it was ordered.</param>
/// <param name="currency">Null for the report's own.</param>
internal sealed class SoldLine(ProductId product, DateTimeOffset at, string? currency)
{
    public ProductId Product { get; } = product;

    public DateTimeOffset At { get; } = at;

    public string? Currency { get; } = currency;

    public long Pieces { get; set; }

    public decimal Revenue { get; set; }

    /// <summary>Revenue above cost; 0 where the cost is not known.</summary>
    public decimal Margin { get; set; }

    /// <summary>Whether a bundle has been credited with it: a line is credited once.</summary>
    public bool IsTaken { get; set; }
}
