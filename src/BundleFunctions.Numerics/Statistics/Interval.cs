using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Statistics;

/// <summary>An interval of a figure.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end, at least <paramref name="Low"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;
}
