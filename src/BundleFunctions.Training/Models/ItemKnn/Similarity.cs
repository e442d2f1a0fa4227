namespace BundleFunctions.Training.Models.ItemKnn;

/// <summary>How alike two vectors are.</summary>
public enum Similarity
{
    /// <summary>a.b / (|a| |b|), or its asymmetric form.</summary>
    Cosine,

    /// <summary>a.b / (a.a + b.b - a.b); of sets the share of their union that they have in common.</summary>
    Jaccard,

    /// <summary>Correlation over all places, absent values taken as 0.</summary>
    Pearson,

    /// <summary>Cosine of values less the mean of the other side: an item's values less their rows' means, a row's less their items'
    /// (Sarwar et al. 2001). Only graded values tell anything: where all are 1, nothing is similar to anything.</summary>
    AdjustedCosine,
}
