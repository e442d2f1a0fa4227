namespace BundleFunctions.Feedback.Sales;

/// <summary>Amounts by currency: the report's own, and others, which are never added to it.</summary>
internal sealed class MoneyBook
{
    public SalesMoney Own { get; } = new();

    /// <summary>By currency; null where there are none.</summary>
    public SortedDictionary<string, SalesMoney>? Others { get; private set; }

    /// <param name="currency">Null for the report's own.</param>
    public SalesMoney Of(string? currency)
    {
        if (currency is null)
        {
            return Own;
        }

        Others ??= new SortedDictionary<string, SalesMoney>(StringComparer.Ordinal);
        if (!Others.TryGetValue(currency, out var money))
        {
            Others.Add(currency, money = new SalesMoney());
        }

        return money;
    }
}
