using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>One variant of an experiment.</summary>
/// <param name="Variant">Its id.</param>
/// <param name="Visitors">Visitors who were shown it.</param>
/// <param name="Margin">Margin a visitor from the first answer on, returns taken back.</param>
/// <param name="Revenue">Revenue a visitor.</param>
/// <param name="Conversion">Share of visitors who bought.</param>
/// <param name="Metric">The experiment's metric, variant minus control, always valid: it may be looked at every day. Null for the control, and
/// where too few visitors came.</param>
/// <param name="Fixed">The same for one look at a date set beforehand (Welch).</param>
/// <param name="Breached">The guardrails that it breaks, in words.</param>
public sealed record VariantReport(
    string Variant,
    long Visitors,
    double Margin,
    double Revenue,
    double Conversion,
    Estimate? Metric,
    Estimate? Fixed,
    IReadOnlyList<string> Breached);
