using BundleFunctions.Scoring;

namespace BundleFunctions.Training.Sessions;

/// <summary>What was done in one session.</summary>
/// <param name="At">When it began.</param>
/// <param name="Steps">Oldest first; the same thing done again at once counts once.</param>
public sealed record VisitorSession(DateTimeOffset At, IReadOnlyList<SessionStep> Steps);
