using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>One line of a bundle as the demand model sees it.</summary>
/// <param name="Price">List price of the line's pieces.</param>
/// <param name="Margin">What a single sale of them earns, delivery not counted.</param>
/// <param name="SlowPieces">Its pieces, where they are slow stock; else 0.</param>
/// <param name="Share">Share of orders that hold it at list price, above 0 and below 1.</param>
/// <param name="Elasticity">Size of its price elasticity, above 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemDemand(double Price, double Margin, double SlowPieces, double Share, double Elasticity);
