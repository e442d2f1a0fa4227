using BundleFunctions.Bundling.WhyNot;

namespace BundleFunctions.Serving.WhyNot;

/// <summary>Why a product is, or is not, in a bundle of an anchor, by the model that serves and the catalogue as it is now.</summary>
/// <param name="Generation">The generation that serves; null where there is none.</param>
/// <param name="Model">The model behind it.</param>
/// <param name="Answer">The gate and its figures; null where the question cannot be answered now.</param>
/// <param name="Reason">Why it cannot; null where it can.</param>
public sealed record WhyNotReport(GenerationId? Generation, ModelId? Model, WhyNotAnswer? Answer, string? Reason);
