namespace BundleFunctions.Training.Models.Content;

/// <summary>Items that are like everything: a short or general text stands near to every question and takes places from what fits better. What each
/// scores is divided by a power of how alike its likest items are. Radovanovic, Nanopoulos, Ivanovic 2010; Conneau et al. 2018.</summary>
public static class Hubs
{
    private const int MostAsked = 4_000;
    private const int Batch = 64;

    // An item that hardly anything is like would otherwise win every question that it shares a word with.
    private const double LeastOfMean = 0.1;

    /// <summary>Asks the model about each item alone; beyond 4,000 items about so many, spread evenly. The same on any number of threads.</summary>
    /// <param name="model">A model whose scores are comparable from item to item; scores of 0 and less count as nothing.</param>
    /// <param name="neighbours">How many likest items say whether an item is like everything, 0 or more; with 0 none is.</param>
    /// <param name="power">How far such items are held back, 0 or more.</param>
    /// <param name="context">How many threads may work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>By item what to divide its score by, above 0; of mean 1 or so.</returns>
    public static float[] Of(IRecommender model, int neighbours, double power, TrainingContext context, CancellationToken cancellationToken)
    {
        var (items, divisors) = (model.Items, new float[model.Items]);
        Array.Fill(divisors, 1);
        if (neighbours == 0 || power == 0 || items == 0)
        {
            return divisors;
        }

        var asked = Math.Min(items, MostAsked);
        var likest = new BestValues(items, Math.Max(1, (int)((long)neighbours * asked / items)));
        var scores = new float[Batch * items];
        for (var first = 0; first < asked; first += Batch)
        {
            var (start, count) = (first, Math.Min(Batch, asked - first));
            int Item(int i) => (int)((long)(start + i) * items / asked);
            Parallel.For(0, count, context.Parallel(cancellationToken), i =>
            {
                model.Score([new Query([Item(i)])], scores.AsSpan(i * items, items));
                scores[(i * items) + Item(i)] = 0;
            });
            Parallel.For(0, items, context.Parallel(cancellationToken), item =>
            {
                for (var i = 0; i < count; i++)
                {
                    likest.Add(item, scores[(i * items) + item]);
                }
            });
        }

        double[] means = [.. Enumerable.Range(0, items).Select(likest.Mean)];
        var mean = means.Where(value => value > 0).DefaultIfEmpty(1).Average();
        return Array.ConvertAll(means, value => value > 0 ? (float)Math.Pow(Math.Max(value / mean, LeastOfMean), power) : 1);
    }
}
