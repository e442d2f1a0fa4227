namespace BundleFunctions.Feedback.Sales;

/// <summary>Amounts of one currency. What is returned is not yet taken back in <see cref="Revenue"/> and <see cref="Margin"/>.</summary>
public sealed class SalesMoney
{
    public decimal Revenue { get; internal set; }

    /// <summary>Revenue above cost, of pieces whose cost is known in this currency.</summary>
    public decimal Margin { get; internal set; }

    public decimal ReturnedRevenue { get; internal set; }

    public decimal ReturnedMargin { get; internal set; }

    public decimal NetRevenue => Revenue - ReturnedRevenue;

    public decimal NetMargin => Margin - ReturnedMargin;

    internal void Add(decimal revenue, decimal margin) => (Revenue, Margin) = (Revenue + revenue, Margin + margin);

    internal void Return(decimal revenue, decimal margin) => (ReturnedRevenue, ReturnedMargin) = (ReturnedRevenue + revenue, ReturnedMargin + margin);
}
