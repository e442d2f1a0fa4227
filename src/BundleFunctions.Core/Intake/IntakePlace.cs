using System.Runtime.InteropServices;

namespace BundleFunctions.Intake;

/// <summary>How far a file has been taken in.</summary>
/// <param name="Records">Records read.</param>
/// <param name="Bytes">Bytes of text behind them; of a compressed file, unfolded.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntakePlace(long Records, long Bytes);
