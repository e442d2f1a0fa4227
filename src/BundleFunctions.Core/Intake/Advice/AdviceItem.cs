namespace BundleFunctions.Intake.Advice;

/// <summary>Whether there is enough of one thing, and why that much is asked for.</summary>
/// <param name="What">The thing.</param>
/// <param name="Level">Whether there is enough.</param>
/// <param name="Found">How much there is.</param>
/// <param name="Least">Below this there is too little.</param>
/// <param name="Good">From this on there is enough.</param>
/// <param name="Reason">What it is needed for, and what to do.</param>
public sealed record AdviceItem(string What, AdviceLevel Level, double Found, double Least, double Good, string Reason);
