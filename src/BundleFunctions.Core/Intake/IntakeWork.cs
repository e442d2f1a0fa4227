namespace BundleFunctions.Intake;

/// <summary>How one file is taken in. What comes out is the same, whatever stands here.</summary>
/// <param name="Threads">Threads that work at once, 1 or more.</param>
/// <param name="Progress">Told how far it is, some thousands of records at a time, in the file's order.</param>
public sealed record IntakeWork(int Threads = 1, IProgress<IntakePlace>? Progress = null);
