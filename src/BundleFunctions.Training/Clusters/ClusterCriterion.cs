namespace BundleFunctions.Training.Clusters;

/// <summary>How the number of clusters is chosen.</summary>
public enum ClusterCriterion
{
    /// <summary>Mean silhouette of a sample: how much nearer points are to their own cluster than to the next. Rousseeuw 1987.</summary>
    Silhouette,

    /// <summary>Bayesian information criterion of round clusters with one variance. Pelleg, Moore 2000.</summary>
    Bic,
}
