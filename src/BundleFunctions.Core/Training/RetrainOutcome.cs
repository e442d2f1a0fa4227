namespace BundleFunctions.Training;

/// <summary>What a tick of the schedule did for one shop.</summary>
public enum RetrainOutcome
{
    /// <summary>A training job was started, or the job that this very tick started before was found again.</summary>
    Started,

    /// <summary>An earlier tick's job still runs; nothing was started.</summary>
    AlreadyRunning,

    /// <summary>There is nothing new to learn.</summary>
    Skipped,

    /// <summary>The job could not be started; the next tick tries again.</summary>
    Failed,
}
