namespace BundleFunctions.Catalogue.Updates;

/// <summary>What became of posted updates.</summary>
/// <param name="Accepted">Updates that count from now on, or that something newer had overtaken already.</param>
/// <param name="Outdated">Those of them that something newer had overtaken.</param>
/// <param name="Rejected">The others, in the order of the body.</param>
public sealed record CatalogueUpdateResult(int Accepted, int Outdated, IReadOnlyList<UpdateRejection> Rejected);
