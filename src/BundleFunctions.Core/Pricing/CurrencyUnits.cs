namespace BundleFunctions.Pricing;

/// <summary>The smallest amounts of money, by ISO 4217.</summary>
public static class CurrencyUnits
{
    /// <summary>Decimals of the currency's minor unit; 2 for currencies that the list of exceptions does not name.</summary>
    public static int DecimalsOf(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV"
            or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>The least amount of whole minor units that is not below <paramref name="amount"/>.</summary>
    public static decimal RoundUp(decimal amount, string currency) =>
        decimal.Round(amount, DecimalsOf(currency), MidpointRounding.ToPositiveInfinity);

    /// <summary>The same amount written with the currency's decimals, and with more only where it has more.</summary>
    public static decimal Normalize(decimal amount, string currency)
    {
        // Dividing by one with 28 decimals takes trailing zeros off; adding a zero of the wanted scale puts the right number back.
        var zero = new decimal(0, 0, 0, isNegative: false, (byte)DecimalsOf(currency));
        return (amount / 1.0000000000000000000000000000m) + zero;
    }
}
