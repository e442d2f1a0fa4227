namespace BundleFunctions.Intake;

/// <summary>Something that a reconcile pass could not take in.</summary>
/// <param name="What">A blob as <c>container/path</c>.</param>
/// <param name="Message">Why.</param>
public sealed record ReconcileFailure(string What, string Message);
