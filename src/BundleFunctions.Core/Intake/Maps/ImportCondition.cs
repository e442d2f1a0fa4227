namespace BundleFunctions.Intake.Maps;

/// <summary>Holds for rows whose column starts with a text.</summary>
/// <param name="Column">Their column.</param>
/// <param name="StartsWith">Compared ordinally.</param>
public sealed record ImportCondition(string Column, string StartsWith);
