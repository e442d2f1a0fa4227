using BundleFunctions.Catalogue;

namespace BundleFunctions.Intake;

/// <summary>What one reconcile pass found and did.</summary>
/// <param name="Listed">Raw blobs of all shops.</param>
/// <param name="Known">Those that needed nothing.</param>
/// <param name="Events">Reports of the event files taken in.</param>
/// <param name="Catalogues">Reports of the product files taken in.</param>
/// <param name="Failures">Blobs that failed, with why; the next pass tries them again.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ReconcileReport(
    int Listed,
    int Known,
    IReadOnlyList<IntakeReport> Events,
    IReadOnlyList<CatalogueReport> Catalogues,
    IReadOnlyList<ReconcileFailure> Failures,
    TimeSpan Elapsed);
