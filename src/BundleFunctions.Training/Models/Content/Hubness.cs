namespace BundleFunctions.Training.Models.Content;

/// <summary>Which items are near to everything, and so take places from what fits better. Radovanovic, Nanopoulos, Ivanovic 2010.</summary>
public static class Hubness
{
    private const int MostAsked = 4_000;
    private const int Batch = 64;

    /// <summary>Mean of the best scores that other items, each asked alone, give to an item; what is not above 0, or not there, counts as 0. Beyond
    /// 4,000 items so many ask, spread evenly, and fewer scores are kept. The same on any number of threads.</summary>
    /// <param name="neighbours">How many of the best scores, 1 or more.</param>
    /// <returns>By item.</returns>
    public static double[] Means(IRecommender model, int neighbours, TrainingContext context, CancellationToken cancellationToken)
    {
        var items = model.Items;
        if (items == 0)
        {
            return [];
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

        return [.. Enumerable.Range(0, items).Select(likest.Mean)];
    }
}
