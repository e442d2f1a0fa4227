using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Numbers of an event's texts in the worker's <see cref="ValueTables"/>, by <see cref="TextField"/>; 0 where it has none.</summary>
[InlineArray(Count)]
internal struct TextNumbers
{
    /// <summary>How many fields there are.</summary>
    public const int Count = (int)TextField.Robot + 1;

    private int _first;

    [UnscopedRef]
    public ref int this[TextField field] => ref this[(int)field];
}
