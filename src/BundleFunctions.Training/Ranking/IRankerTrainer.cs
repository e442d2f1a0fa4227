using BundleFunctions.Ranking;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Ranking;

/// <summary>A way to learn the order of bundles. Stateless; the same data and seed give the same ranker on any number of threads.</summary>
public interface IRankerTrainer
{
    /// <summary>The method's name in files and reports: lower-case letters, digits and hyphens.</summary>
    string Name { get; }

    /// <summary>Where two do equally well the one with the smaller number serves; 1 or more.</summary>
    int Complexity { get; }

    /// <summary>Learns from answers.</summary>
    /// <param name="data">One answer at least.</param>
    /// <param name="context">Threads and seed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DivergedException">What was learned is not finite.</exception>
    /// <exception cref="UntrainedException">The method cannot be used here, or failed.</exception>
    BundleRanker Train(RankingData data, TrainingContext context, CancellationToken cancellationToken);
}
