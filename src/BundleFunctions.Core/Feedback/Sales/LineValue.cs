using System.Runtime.InteropServices;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What a line of an order is worth.</summary>
/// <param name="Revenue">What was paid.</param>
/// <param name="Margin">Revenue above cost; 0 where the cost is not known in that currency.</param>
/// <param name="Currency">Null for the report's own.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineValue(decimal Revenue, decimal Margin, string? Currency)
{
    public bool IsOwn => Currency is null;
}
