using System.Runtime.InteropServices;

namespace BundleFunctions.Pricing;

/// <summary>Consumers who do the same as long as the bundle is dearer than they would pay for it.</summary>
/// <param name="Weight">Their share of orders, or their number.</param>
/// <param name="Reservation">The price up to which they take the bundle instead of what they buy singly.</param>
/// <param name="Revenue">What they pay for what they buy singly.</param>
/// <param name="Margin">What that earns.</param>
/// <param name="SlowPieces">Pieces of slow stock in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DemandSegment(double Weight, double Reservation, double Revenue, double Margin, double SlowPieces);
