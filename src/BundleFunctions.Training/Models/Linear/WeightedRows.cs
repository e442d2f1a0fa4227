using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>One of several row blocks over the same items that a linear model learns from together.</summary>
/// <param name="Rows">Any rows whose items belong together: orders, users, bundles, words.</param>
/// <param name="Weight">What a row of these counts, above 0.</param>
public sealed record WeightedRows(SparseMatrix Rows, float Weight);
