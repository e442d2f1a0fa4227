namespace BundleFunctions.LocalHost.Timers;

/// <summary>Where a timer stood when it last ran, kept over restarts.</summary>
/// <param name="Schedule">The expression that <paramref name="Next"/> was computed from.</param>
/// <param name="Last">The last occurrence that ran; null before the first.</param>
/// <param name="Next">The occurrence that was next then.</param>
/// <param name="LastUpdated">When this was written.</param>
public sealed record TimerStatus(string Schedule, DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
