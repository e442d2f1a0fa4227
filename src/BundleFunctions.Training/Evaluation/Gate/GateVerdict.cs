namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>What becomes of a challenger.</summary>
public enum GateVerdict
{
    /// <summary>It takes the champion's place.</summary>
    Promote,

    /// <summary>The champion stays; the challenger may be fit to serve, but is not shown to be better.</summary>
    Hold,

    /// <summary>The champion stays; the challenger must not be served.</summary>
    Refuse,
}
