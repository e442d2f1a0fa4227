namespace BundleFunctions.Functions.Http;

/// <summary>All panels of a page, in the order asked.</summary>
internal sealed record BatchAnswer(IReadOnlyList<PanelAnswer> Panels);
