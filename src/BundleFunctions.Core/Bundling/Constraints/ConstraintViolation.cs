namespace BundleFunctions.Bundling.Constraints;

/// <summary>One reason why products must not be sold as a bundle.</summary>
/// <param name="Code">One of <see cref="ConstraintCodes"/>.</param>
/// <param name="Product">The product at fault.</param>
/// <param name="Other">The product that it clashes with; null where it is at fault by itself.</param>
/// <param name="Detail">What was found and what was expected, for the merchandiser.</param>
public sealed record ConstraintViolation(string Code, ProductId Product, ProductId? Other, string Detail);
