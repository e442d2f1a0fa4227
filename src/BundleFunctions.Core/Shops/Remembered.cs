using System.Runtime.InteropServices;
using BundleFunctions.Ports;

namespace BundleFunctions.Shops;

/// <summary>What is known of a shop.</summary>
/// <param name="Value">The value as it was last read.</param>
/// <param name="Fault">Why nothing newer could be read; null where the value is as fresh as was asked for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Remembered<T>(T Value, StoreException? Fault);
