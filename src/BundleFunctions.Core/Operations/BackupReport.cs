namespace BundleFunctions.Operations;

/// <summary>What a backup holds, or what a restore did.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Blobs">Blobs of the archive.</param>
/// <param name="Bytes">Their bytes, before compression.</param>
/// <param name="AlreadyThere">Of them, how many a restore found in place; 0 for a backup.</param>
public sealed record BackupReport(ShopId Shop, int Blobs, long Bytes, int AlreadyThere = 0);
