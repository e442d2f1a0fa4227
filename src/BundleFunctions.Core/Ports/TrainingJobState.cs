namespace BundleFunctions.Ports;

public enum TrainingJobState
{
    Running,
    Succeeded,
    Failed,
}
