namespace BundleFunctions.Training.Models.CoOccurrence;

/// <summary>How strongly a row that holds a speaks for b, from what is counted: <c>n_ab</c> rows with both, <c>n_a</c>, <c>n_b</c>, n rows.</summary>
public enum AssociationMeasure
{
    /// <summary>n_ab / n_a.</summary>
    Confidence,

    /// <summary>n_ab / sqrt(n_a n_b).</summary>
    Cosine,

    /// <summary>n n_ab / (n_a n_b).</summary>
    Lift,

    /// <summary>ln(n n_ab / (n_a n_b)) / -ln(n_ab / n): 1 where neither comes without the other, 0 where they are independent. Bouma 2009.</summary>
    Npmi,

    /// <summary>Signed log-likelihood ratio. Dunning 1993.</summary>
    LogLikelihoodRatio,

    /// <summary>n_ab / (n_a + n_b - n_ab).</summary>
    Jaccard,
}
