using System.Runtime.InteropServices;

namespace BundleFunctions.Intake;

/// <summary>How complete the items of one event are.</summary>
/// <param name="Count">Items.</param>
/// <param name="Priced">Those with a price.</param>
/// <param name="Discounted">Those with a discount.</param>
/// <param name="Titled">Those with a title.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PresentItems(int Count, int Priced, int Discounted, int Titled);
