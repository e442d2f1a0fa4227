namespace BundleFunctions.Intake;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">1-based line on which the row starts.</param>
/// <param name="Fields">Its fields, unquoted; empty where <paramref name="Fault"/> is set.</param>
/// <param name="Fault">Why the row cannot be read; null where it can.</param>
public readonly record struct CsvRow(long Line, IReadOnlyList<string> Fields, FieldFault? Fault = null);
