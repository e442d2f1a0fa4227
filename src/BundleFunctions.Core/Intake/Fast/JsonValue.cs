using System.Runtime.InteropServices;

namespace BundleFunctions.Intake.Fast;

/// <summary>Where the text of a value stands in its chunk. A length of 0 is no value: null, or an empty text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonValue(int Start, int Length, TextForm Form);
