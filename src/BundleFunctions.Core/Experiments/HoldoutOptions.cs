namespace BundleFunctions.Experiments;

/// <summary>Visitors who are shown no bundles at all, always the same ones, so that what bundles earn can be told.</summary>
/// <param name="Share">Share of visitors, 0..0.5.</param>
/// <param name="Salt">Whoever changes it draws other visitors: 1..18 of a-z, 0-9 and inner hyphens.</param>
public sealed record HoldoutOptions(double Share = 0, string Salt = "holdout")
{
    /// <summary>Whether a visitor belongs to them.</summary>
    public bool Holds(Pseudonym visitor) => Share > 0 && Statistics.UnitHash.Of($"holdout|{Salt}", visitor.Value) < Share;
}
