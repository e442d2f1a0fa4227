using System.Runtime.InteropServices;

namespace BundleFunctions.Lake;

/// <summary>One item of an event in <see cref="EventColumns"/>.</summary>
/// <param name="Product">Code of the product id; must be there.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="UnitPrice">In units of 10^-8 (<see cref="LakeUnits"/>), or <see cref="LakeUnits.Absent"/>.</param>
/// <param name="Discount">Likewise.</param>
/// <param name="Title">Code of the title, or <see cref="TextTable.None"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemRow(int Product, int Quantity, long UnitPrice, long Discount, int Title);
