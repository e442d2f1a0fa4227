using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Bundles.Generation.Evaluation;

/// <summary>A mean over sessions with its 95 % bootstrap interval.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigureWithInterval(double Mean, double Low, double High);
