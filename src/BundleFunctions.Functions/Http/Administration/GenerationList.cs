namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A page of a shop's generations, the one switched on last first.</summary>
internal sealed record GenerationList(IReadOnlyList<GenerationRow> Generations, string? Next);
