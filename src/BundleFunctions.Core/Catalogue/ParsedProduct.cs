using BundleFunctions.Intake;

namespace BundleFunctions.Catalogue;

/// <summary>One record of a product file: a product, or what is wrong with it.</summary>
/// <param name="Line">1-based line on which it starts.</param>
/// <param name="Product">The product; null where there is a fault.</param>
/// <param name="Fault">The fault; null where there is a product.</param>
/// <param name="UnknownFields">Fields that no rule knows.</param>
internal readonly record struct ParsedProduct(long Line, Product? Product, FieldFault? Fault, int UnknownFields);
