using System.Runtime.InteropServices;

namespace BundleFunctions.Intake.Fast;

/// <summary>One item of a <see cref="ParsedEvent"/>; product and title are numbers of the worker's <see cref="ValueTables"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ParsedItem
{
    public int Product;
    public int Quantity;
    public long UnitPrice;
    public long Discount;
    public int Title;
}
