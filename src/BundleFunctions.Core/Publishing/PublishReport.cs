namespace BundleFunctions.Publishing;

/// <summary>What a publish did.</summary>
/// <param name="Blob">The model manifest that was delivered, as <c>container/path</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was refused or had nothing to do; null where it was published.</param>
/// <param name="Manifest">The generation; null where none was built.</param>
/// <param name="DocumentsWritten">Documents that the store acknowledged.</param>
/// <param name="GenerationsDeleted">Old generations that were deleted.</param>
/// <param name="CleanUpFault">Why old generations could not be deleted; the publish itself stands.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record PublishReport(
    string Blob,
    PublishOutcome Outcome,
    string? Reason,
    GenerationManifest? Manifest,
    int DocumentsWritten,
    int GenerationsDeleted,
    string? CleanUpFault,
    TimeSpan Elapsed);
