using System.Text.Json.Serialization;

namespace BundleFunctions.Associations;

/// <summary>What the orders say of the rule "who buys the anchor buys the rest": counts, and the measures that follow from them.</summary>
/// <param name="Orders">Orders that hold every product of the bundle.</param>
/// <param name="AnchorOrders">Orders that hold the anchor.</param>
/// <param name="RestOrders">Orders that hold every other product of the bundle.</param>
/// <param name="TotalOrders">All orders that were counted.</param>
public sealed record Evidence(int Orders, int AnchorOrders, int RestOrders, int TotalOrders)
{
    /// <summary>P(all) = orders / total; 0..1. Agrawal, Imielinski, Swami 1993.</summary>
    [JsonIgnore]
    public double Support => Ratio(Orders, TotalOrders);

    /// <summary>P(rest | anchor) = orders / anchorOrders; 0..1. Agrawal, Imielinski, Swami 1993.</summary>
    [JsonIgnore]
    public double Confidence => Ratio(Orders, AnchorOrders);

    /// <summary>P(rest | anchor) / P(rest); 1 where anchor and rest are independent. Brin, Motwani, Ullman, Tsur 1997.</summary>
    [JsonIgnore]
    public double Lift => RestOrders == 0 || AnchorOrders == 0 ? 0 : (double)Orders * TotalOrders / ((double)AnchorOrders * RestOrders);

    /// <summary>95 % interval of <see cref="Lift"/> on the log scale, by the delta method under multinomial sampling of orders:
    /// Var(ln lift) = 1/n11 - 1/n1 - 1/n2 + (2 lift - 1)/N. (0, +inf) where no order holds the whole bundle.</summary>
    [JsonIgnore]
    public (double Low, double High) Lift95
    {
        get
        {
            if (Orders == 0)
            {
                return (0, double.PositiveInfinity);
            }

            var variance = (1.0 / Orders) - (1.0 / AnchorOrders) - (1.0 / RestOrders) + (((2 * Lift) - 1) / TotalOrders);
            var spread = Math.Exp(1.959963984540054 * Math.Sqrt(Math.Max(variance, 0)));
            return (Lift / spread, Lift * spread);
        }
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
