namespace BundleFunctions.Catalogue;

/// <summary>A catalogue that was current once, or is.</summary>
/// <param name="SnapshotId">Names its products.</param>
/// <param name="Products">How many.</param>
/// <param name="IsDerived">Whether it was made from events.</param>
/// <param name="At">When it was made first.</param>
/// <param name="Reason">Of what file, or by what command.</param>
/// <param name="IsCurrent">Whether it is the one that counts now.</param>
public sealed record CatalogueVersionInfo(string SnapshotId, int Products, bool IsDerived, DateTimeOffset At, string Reason, bool IsCurrent);
