using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Models;

/// <summary>One step of somebody's way through a shop.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Action">What was done with it, by its number in <see cref="Scoring.ActionNames"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SequenceStep(int Item, byte Action);
