namespace BundleFunctions;

/// <summary>What the visitor agreed to. Absent consent is the shop's to state; false is binding.</summary>
public sealed record Consent(bool Personalization, bool Analytics);
