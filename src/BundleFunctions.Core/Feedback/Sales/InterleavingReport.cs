namespace BundleFunctions.Feedback.Sales;

/// <summary>Which of two mixed rankings visitors prefer.</summary>
/// <param name="Visitors">Visitors who saw them.</param>
/// <param name="Control">Of them, those whose clicks speak for the ranking as it is.</param>
/// <param name="Rival">Those whose clicks speak for the other.</param>
/// <param name="PValue">Of the two being alike (sign test). For one look at a date set beforehand.</param>
public sealed record InterleavingReport(long Visitors, long Control, long Rival, double PValue);
