using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.CoOccurrence;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Associations whose neighbours stand in the order of the log-likelihood ratio.</summary>
internal static class CountedAssociations
{
    public static IEnumerable<ProductAssociations> Of(EncodedBaskets baskets, TrainingOptions options)
    {
        var trainer = new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Measure = AssociationMeasure.LogLikelihoodRatio });
        var data = new TrainingData(SparseMatrix.OfSets(baskets.Rows));
        var model = trainer.Train(data, new TrainingContext(options.Threads, options.Seed), CancellationToken.None);
        return new AssociationCounter(options, model).Count(baskets, CancellationToken.None);
    }
}
