namespace BundleFunctions.Functions.Http;

/// <summary>The answer to a body that asked to be checked only.</summary>
/// <param name="Valid">True; what is not valid is answered with a problem.</param>
internal sealed record ValidBody(bool Valid = true);
