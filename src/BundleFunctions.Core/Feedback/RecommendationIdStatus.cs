namespace BundleFunctions.Feedback;

/// <summary>Whether a recommendation id is ours.</summary>
public enum RecommendationIdStatus
{
    /// <summary>We made it, for this shop.</summary>
    Valid,

    /// <summary>It is none of the form that we make: the shop's own, or one from before ids were signed.</summary>
    Unknown,

    /// <summary>It was made for another shop.</summary>
    Foreign,

    /// <summary>It has our form and not our signature.</summary>
    Forged,
}
