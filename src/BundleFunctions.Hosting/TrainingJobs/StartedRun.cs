using BundleFunctions.Hosting.TrainingJobs.Attached;

namespace BundleFunctions.Hosting.TrainingJobs;

/// <summary>A run that was started.</summary>
/// <param name="Record">The claim, with what names the run.</param>
/// <param name="Attached">The run, where it lives and dies with this host; null where it lives elsewhere.</param>
internal sealed record StartedRun(JobRecord Record, JobRun? Attached);
