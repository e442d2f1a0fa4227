namespace BundleFunctions.Experiments;

/// <summary>The variant of one experiment that a visitor is in.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Variant">The variant that was drawn; it stays the same where the variant was stopped.</param>
/// <param name="Serves">What the visitor gets: the variant, or the control where the variant was stopped.</param>
public sealed record ExperimentArm(ExperimentDefinition Experiment, ExperimentVariant Variant, ExperimentVariant Serves);
