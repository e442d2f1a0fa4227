namespace BundleFunctions.Catalogue.Updates;

/// <summary>An update that was refused.</summary>
/// <param name="Index">Its place in the body, from 0.</param>
/// <param name="Code">One of <see cref="UpdateCodes"/>.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record UpdateRejection(int Index, string Code, string Message);
