namespace BundleFunctions.Bundling.WhyNot;

/// <summary>What became of two products as a bundle.</summary>
/// <param name="Gate">The gate that stopped it; <see cref="BundleGate.Passed"/> where a bundle that holds both is offered.</param>
/// <param name="Detail">What was found and what was expected, for the merchandiser.</param>
/// <param name="Figures">The figures that the gate looked at, each of which can be counted again.</param>
/// <param name="Bundle">The bundle that is offered, or the one that took its place; null where there is none.</param>
public sealed record WhyNotAnswer(BundleGate Gate, string Detail, IReadOnlyDictionary<string, double> Figures, BundleId? Bundle = null);
