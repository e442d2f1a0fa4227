namespace BundleFunctions.Functions.Http;

/// <summary>What became of a wish.</summary>
/// <param name="OptedOut">Whether the persons are on the opt-out list now.</param>
/// <param name="Identifiers">How many identifiers it was about.</param>
internal sealed record OptOutAnswer(bool OptedOut, int Identifiers);
