namespace BundleFunctions.Scoring;

/// <summary>A tensor that a network takes or gives: rows, one for each question, of equal width.</summary>
/// <param name="Name">Its name in the network.</param>
/// <param name="Element">What it is made of.</param>
/// <param name="Width">Elements in a row, 1 or more.</param>
/// <param name="IsVector">Whether rows are single numbers without a dimension of their own: shape [n] instead of [n, width].</param>
public sealed record TensorSpec(string Name, TensorElement Element, int Width, bool IsVector = false);
