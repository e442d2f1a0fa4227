using System.Runtime.InteropServices;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>The days on which a product can be bought, counted from the first day of events, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SaleWindow(int FirstDay, int LastDay)
{
    public static readonly SaleWindow Always = new(int.MinValue, int.MaxValue);

    public bool IsAlways => this == Always;

    public bool Contains(int day) => day >= FirstDay && day <= LastDay;
}
