namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A page of a shop's models, the one trained last first.</summary>
internal sealed record ModelList(IReadOnlyList<ModelRow> Models, string? Next);
