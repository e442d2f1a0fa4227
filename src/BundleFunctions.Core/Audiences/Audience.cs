namespace BundleFunctions.Audiences;

/// <summary>Whom to offer something.</summary>
/// <param name="Offer">The bundle or product.</param>
/// <param name="IsFresh">Whether it is a product that nobody has bought yet.</param>
/// <param name="Members">Who may take it, the likeliest first.</param>
/// <param name="Candidates">Users who were looked at: those with a profile, who have neither opted out nor been erased.</param>
/// <param name="Owners">Of them, those left out because they own all of it.</param>
/// <param name="WithoutConsent">Of them, those left out because the last that they said of it refuses personalisation.</param>
/// <param name="Responses">How many of <paramref name="Members"/> are expected to take it.</param>
public sealed record Audience(
    string Offer, bool IsFresh, IReadOnlyList<AudienceMember> Members, int Candidates, int Owners, int WithoutConsent, double Responses);
