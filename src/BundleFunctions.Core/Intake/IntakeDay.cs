using System.Runtime.InteropServices;

namespace BundleFunctions.Intake;

/// <summary>What was read of the files whose newest event is of one day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Records">Records that were read, 1 or more.</param>
/// <param name="Rejected">Refused ones of them.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntakeDay(DateOnly Day, long Records, long Rejected);
