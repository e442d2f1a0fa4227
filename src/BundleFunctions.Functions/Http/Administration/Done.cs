namespace BundleFunctions.Functions.Http.Administration;

/// <summary>A change that was made.</summary>
/// <param name="Id">What was changed.</param>
/// <param name="Outcome"><c>stored</c>, <c>deleted</c> or <c>revoked</c>.</param>
internal sealed record Done(string Id, string Outcome);
