namespace BundleFunctions.Numerics.Factors;

/// <summary>What the normal equations of all rows of one side share. A row with values v_j at columns j seeks the x of
/// <c>(G + λI + Σ_j w_j y_j y_jᵀ) x = Σ_j (1 + w_j) y_j</c> with <c>w_j = α v_j</c>: the weighted ridge regression of implicit feedback, where
/// what is observed has preference 1 and weight 1 + w_j, and all else preference 0 and weight 1.
/// Source: Y. Hu, Y. Koren, C. Volinsky, "Collaborative filtering for implicit feedback datasets", ICDM 2008, equation 4.</summary>
/// <param name="Factors">Y: the other side, a row y_j for each column.</param>
/// <param name="Gram">G = YᵀY.</param>
/// <param name="Alpha">α, 0 or above: how much more an observed value of 1 weighs than an unobserved one.</param>
public sealed record NormalEquations(FactorMatrix Factors, FactorMatrix Gram, float Alpha);
