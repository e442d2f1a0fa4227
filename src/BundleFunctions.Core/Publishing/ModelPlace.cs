namespace BundleFunctions.Publishing;

/// <summary>What became of a model.</summary>
public enum ModelPlace
{
    /// <summary>It never served: not published yet, or refused by the publisher.</summary>
    Waiting,

    /// <summary>It serves: the default that the next training has to beat.</summary>
    Default,

    /// <summary>It served right before the default, and serves again after a roll-back.</summary>
    Previous,

    /// <summary>It served once.</summary>
    Former,

    /// <summary>Somebody rolled back from it.</summary>
    Withdrawn,
}
