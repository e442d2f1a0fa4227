namespace BundleFunctions.Training;

/// <summary>When deep models are trained beside the classical ones.</summary>
public enum DeepTraining
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Where the shop has enough data for them.</summary>
    Auto,

    /// <summary>At every run.</summary>
    Always,
}
