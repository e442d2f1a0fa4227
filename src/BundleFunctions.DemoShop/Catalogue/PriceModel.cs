using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>Prices with shop endings and costs by the type's margin. Money is decimal from the first rounding on.</summary>
internal static class PriceModel
{
    /// <summary>A price before variants, log-uniform between the type's ends: as many cheap models per factor of two as dear ones.</summary>
    public static decimal DrawBase(ProductType type, SeededRandom random)
    {
        var ratio = (double)type.HighPrice / type.LowPrice;
        return Math.Round(type.LowPrice * (decimal)StableMath.Pow(ratio, random.NextDouble()), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The nearest price of the kind shops print: 7.49, 39.90, 249.00.</summary>
    public static decimal WithEnding(decimal price)
    {
        var whole = Math.Floor(price);
        return price switch
        {
            < 20m => whole + (price - whole < 0.5m ? 0.49m : 0.99m),
            < 200m => whole + 0.90m,
            _ => (Math.Floor(price / 10m) * 10m) + 9.00m,
        };
    }

    /// <summary>Cost in whole cents: the price less the type's margin, which wavers by five points and stays within 20..60 %.</summary>
    public static decimal DrawCost(ProductType type, decimal price, SeededRandom random)
    {
        var margin = Math.Clamp(type.MarginPct + random.NextInt32(-5, 5), 20, 60);
        return Math.Round(price * (100 - margin) / 100m, 2, MidpointRounding.AwayFromZero);
    }
}
