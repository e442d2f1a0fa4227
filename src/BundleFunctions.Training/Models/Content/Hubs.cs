namespace BundleFunctions.Training.Models.Content;

/// <summary>Holds back items that are like everything, such as those of short or general texts: what each scores is divided by a power of how alike
/// its likest items are (<see cref="Hubness"/>). Conneau et al. 2018.</summary>
internal static class Hubs
{
    // An item that hardly anything is like would otherwise win every question that it shares a word with.
    private const double LeastOfMean = 0.1;

    /// <returns>By item what to divide its score by, above 0; of mean 1 or so.</returns>
    /// <param name="model">Whose scores, the same from i to j as from j to i.</param>
    public static float[] Of(IRecommender model, LearnedContentOptions options, TrainingContext context, CancellationToken cancellationToken)
    {
        if (options.HubNeighbours == 0 || options.HubPower == 0)
        {
            var none = new float[model.Items];
            Array.Fill(none, 1);
            return none;
        }

        var means = Hubness.Means(model, options.HubNeighbours, context, cancellationToken);
        var mean = means.Where(value => value > 0).DefaultIfEmpty(1).Average();
        return Array.ConvertAll(means, value => value > 0 ? (float)Math.Pow(Math.Max(value / mean, LeastOfMean), options.HubPower) : 1);
    }
}
