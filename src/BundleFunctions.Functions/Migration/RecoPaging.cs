namespace BundleFunctions.Functions.Migration;

/// <summary>How long the whole list is.</summary>
internal sealed record RecoPaging(int TotalItems);
