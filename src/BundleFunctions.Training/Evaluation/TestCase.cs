namespace BundleFunctions.Training.Evaluation;

/// <summary>One test order with one product hidden: can a model name it from the others?</summary>
/// <param name="Hidden">The hidden product's number.</param>
/// <param name="Context">The order's other products, ascending; one or more.</param>
public sealed record TestCase(int Hidden, int[] Context);
