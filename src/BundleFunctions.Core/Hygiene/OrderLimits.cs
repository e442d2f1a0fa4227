namespace BundleFunctions.Hygiene;

/// <summary>Beyond which sizes an order is trade.</summary>
/// <param name="Pieces">Pieces.</param>
/// <param name="Lines">Lines.</param>
internal sealed record OrderLimits(double Pieces, double Lines)
{
    /// <summary>Whether there were orders enough to say so.</summary>
    public bool IsKnown { get; init; } = true;
}
