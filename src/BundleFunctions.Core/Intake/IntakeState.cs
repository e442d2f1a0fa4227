namespace BundleFunctions.Intake;

/// <summary>How far intake is.</summary>
/// <param name="Done">Blobs that need nothing more.</param>
/// <param name="NotTakenIn">Blobs that were held or refused, with why.</param>
/// <param name="Total">All blobs that were asked about.</param>
public sealed record IntakeState(int Done, IReadOnlyList<LedgerEntry> NotTakenIn, int Total)
{
    /// <summary>Whether every blob was looked at.</summary>
    public bool IsFinished => Done + NotTakenIn.Count >= Total;
}
