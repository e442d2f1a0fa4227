namespace BundleFunctions.Feedback.Sales;

/// <summary>The first answer of an experiment that a visitor got, and what the visitor was worth from then on.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="variant">The variant.</param>
/// <param name="at">When.</param>
internal sealed class Exposure(string experiment, string variant, DateTimeOffset at)
{
    public string Experiment { get; } = experiment;

    public string Variant { get; } = variant;

    public DateTimeOffset At { get; } = at;

    public double Margin { get; set; }

    public double Revenue { get; set; }

    public int Orders { get; set; }

    /// <summary>Clicks for the control's ranking less those for its rival's, where the answer mixed two.</summary>
    public int Balance { get; set; }
}
