namespace BundleFunctions.Pricing;

/// <summary>Rounds to prices that the shop's ending and currency allow.</summary>
public static class PriceRounding
{
    /// <summary>The least allowed price that is not below <paramref name="amount"/>.</summary>
    public static decimal Up(decimal amount, string currency, PriceEnding ending)
    {
        if (ending == PriceEnding.None)
        {
            return CurrencyUnits.RoundUp(amount, currency);
        }

        var (unit, end) = Grid(currency, ending);
        return (decimal.Max(0, decimal.Ceiling((amount - end) / unit)) * unit) + end;
    }

    /// <summary>The largest allowed price that is not above <paramref name="amount"/>; 0 where there is none.</summary>
    public static decimal Down(decimal amount, string currency, PriceEnding ending)
    {
        if (ending == PriceEnding.None)
        {
            return decimal.Round(amount, CurrencyUnits.DecimalsOf(currency), MidpointRounding.ToNegativeInfinity);
        }

        var (unit, end) = Grid(currency, ending);
        return amount < end ? 0 : (decimal.Floor((amount - end) / unit) * unit) + end;
    }

    // Without minor units the ending is the last two digits.
    private static (decimal Unit, decimal End) Grid(string currency, PriceEnding ending)
    {
        var end = ending == PriceEnding.NinetyNine ? 99m : 90m;
        return CurrencyUnits.DecimalsOf(currency) == 0 ? (100m, end) : (1m, end / 100);
    }
}
