using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Content;

/// <summary>The ways in which two items' content can be alike: each a matrix of items by terms, of rows of length 1, whose products are cosines.
/// None knows how often an item sells.</summary>
internal static class ContentChannels
{
    private const double CategoryShare = 0.5;

    private static readonly (Func<ItemContent, List<string>> Terms, double IdfPower, double Prior)[] Texts =
    [
        (item => FieldTerms.Of(item, ContentField.Title), 1.5, 1),
        (item => FieldTerms.Of(item, ContentField.Title), 3, 0),
        (item => FieldTerms.Of(item, ContentField.TitleGrams), 1.5, 1),
        (item => TitleWords(item, 0, 1), 1, 0),
        (item => TitleWords(item, 0, 3), 1.5, 0),
        (item => TitleWords(item, 1, 2), 1, 0),
        (item => [.. TitleWords(item, 0, int.MaxValue).Where(word => word.Any(char.IsAsciiDigit))], 1.5, 0),
        (item => FieldTerms.Of(item, ContentField.CategoryWords), 1.5, 0.3),
        (item => FieldTerms.Of(item, ContentField.CategoryLevels), 1, 0),
        (item => FieldTerms.Of(item, ContentField.CategoryLeaf), 0, 0),
        (item => FieldTerms.Of(item, ContentField.Description), 1.5, 0.3),
        (item => FieldTerms.Of(item, ContentField.Brand), 1, 0.1),
        (item => FieldTerms.Of(item, ContentField.Attributes), 1.5, 0.1),
        (item => FieldTerms.Of(item, ContentField.Price), 1, 0.02),
    ];

    /// <summary>How many there are; the last is that of topics.</summary>
    public static int Count => Texts.Length + 1;

    /// <summary>What each counts where nothing was learned: content's own weights.</summary>
    public static double[] Priors { get; } = [.. Texts.Select(text => text.Prior), 0];

    public static SparseMatrix[] Of(IReadOnlyList<ItemContent> content, int topics, TrainingContext context, CancellationToken cancellationToken)
    {
        var channels = new SparseMatrix[Count];
        Parallel.For(0, Texts.Length, context.Parallel(cancellationToken), c => channels[c] = Weighed(content, Texts[c].Terms, Texts[c].IdfPower));
        channels[^1] = Topics(content, topics, context, cancellationToken);
        return channels;
    }

    private static SparseMatrix Weighed(IReadOnlyList<ItemContent> content, Func<ItemContent, List<string>> terms, double idfPower) =>
        FieldMatrices.Of(TermCounts.Of([.. content.Select(terms)]), new ContentOptions { IdfPower = idfPower }).Answers;

    // Latent semantic analysis (Deerwester et al. 1990) of titles and categories: words that stand by the same words are alike.
    private static SparseMatrix Topics(IReadOnlyList<ItemContent> content, int topics, TrainingContext context, CancellationToken cancellationToken)
    {
        var titles = Weighed(content, item => FieldTerms.Of(item, ContentField.Title), 1);
        var categories = Weighed(content, item => FieldTerms.Of(item, ContentField.CategoryWords), 1);
        var terms = SideBySide.Of([(titles, 1), (categories, CategoryShare)], content.Count).Transpose();
        var svd = TruncatedSvd.Of(terms, topics, oversampling: 16, powerIterations: 3, context.Seed, context.Threads, cancellationToken);
        var rank = svd.Right.Columns;
        var offsets = new int[content.Count + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var item = 0; item < content.Count; item++)
        {
            double[] place = [.. Enumerable.Range(0, rank).Select(k => svd.Right[item, k] * (double)svd.Values[k])];
            var length = Math.Sqrt(place.Sum(value => value * value));
            for (var k = 0; k < rank && length > 1e-9; k++)
            {
                columns.Add(k);
                values.Add((float)(place[k] / length));
            }

            offsets[item + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], rank);
    }

    private static List<string> TitleWords(ItemContent item, int first, int count) =>
        [.. FieldTerms.Of(item, ContentField.Title).Skip(first).Take(count)];
}
