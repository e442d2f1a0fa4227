namespace BundleFunctions.Ports;

public enum TrainingJobState
{
    Running,
    Succeeded,
    Failed,

    /// <summary>Somebody asked for its end.</summary>
    Cancelled,
}
