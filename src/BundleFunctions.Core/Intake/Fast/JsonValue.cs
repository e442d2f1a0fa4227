namespace BundleFunctions.Intake.Fast;

/// <summary>Where the text of a value stands in its chunk. A length of 0 is no value: null, or an empty text.</summary>
internal readonly record struct JsonValue(int Start, int Length, TextForm Form);
