namespace BundleFunctions.Audiences;

/// <summary>A user who may be offered something.</summary>
/// <param name="User">The pseudonym that the shop's events have; nothing else names the person.</param>
/// <param name="ExpectedResponse">The chance that the user takes it within <see cref="ResponseModel.Days"/> days, above 0 and below 1.</param>
/// <param name="Segment">The user's segment; null where there is none.</param>
public sealed record AudienceMember(Pseudonym User, double ExpectedResponse, string? Segment);
