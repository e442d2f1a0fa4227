namespace BundleFunctions.Pricing;

/// <summary>What is expected of a bundle's price, single sales of its products counted in.</summary>
/// <param name="Orders">Orders that the figures are for: 1,000 where demand is modelled; the population's weight where it is known.</param>
/// <param name="Units">Bundles sold.</param>
/// <param name="Revenue">Revenue of the bundle and its products, in the bundle's currency.</param>
/// <param name="Margin">Their margin after costs, returns and delivery.</param>
/// <param name="MarginGain">Margin less that of selling the products singly only.</param>
/// <param name="SlowPieces">Pieces of slow stock that move beyond what moves singly.</param>
public sealed record PriceForecast(
    decimal Orders, ForecastRange Units, ForecastRange Revenue, ForecastRange Margin, ForecastRange MarginGain, ForecastRange SlowPieces);
