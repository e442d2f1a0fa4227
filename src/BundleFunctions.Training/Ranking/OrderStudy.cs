using BundleFunctions.Publishing;
using BundleFunctions.Training.Bundles.Relations;
using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Encoding;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Training.Ranking;

/// <summary>Learns the order of bundles from a shop's own past. The oldest orders make the lists that would have been published then, by the model
/// that won; three newer parts of equal length ask for answers: to learn from, to choose by, and to judge by. Where people saw enough bundles and took some, their
/// reactions ask instead.</summary>
/// <param name="options">Valid options.</param>
/// <param name="trainers">Ways to learn an order.</param>
public sealed class OrderStudy(TrainingOptions options, IReadOnlyList<IRankerTrainer> trainers)
{
    private const int Parts = 3;

    /// <summary>The contest's end; null where nothing can be learned: without a catalogue there are no bundles.</summary>
    /// <param name="data">What the shop has.</param>
    /// <param name="baskets">Its orders.</param>
    /// <param name="log">The same as the harness takes them.</param>
    /// <param name="model">The model that serves.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="DivergedException">The model came to nothing finite on the older orders.</exception>
    public RankingResult? Run(ShopData data, EncodedBaskets baskets, InteractionLog log, Contestant model, CancellationToken cancellationToken)
    {
        var part = (int)(baskets.Rows.Count * options.TestShare);
        var start = baskets.Rows.Count - (Parts * part);
        if (data.Catalogue is not { } catalogue || trainers.Count == 0 || !options.Ranking.IsLearned || part == 0 || start <= 0)
        {
            return null;
        }

        var bounds = Enumerable.Range(0, Parts + 1).Select(i => start + (i * part)).ToArray();
        var shown = data.Shown.Where(answer => answer.At >= baskets.Moments[start]).ToArray();
        var context = new TrainingContext(options.Threads, options.Seed);
        var contest = new RankingContest(trainers, options.Contest.Gate, context);
        var byPart = PartsOf(shown, baskets, bounds);
        var usesShown = byPart.All(answers => answers.Count >= options.Contest.Gate.MinCases);
        var questions = Enumerable.Range(0, usesShown ? 0 : Parts)
            .Select(i => PastOrders.Ask(baskets, bounds[i], bounds[i + 1], options.Ranking.MaxAnswers, options.Seed)).ToArray();
        var needed = usesShown ? null : questions.SelectMany(part => part.SelectMany(question => question.Asked)).ToHashSet();
        var lists = Lists(data, baskets, log, model, start, needed, cancellationToken);
        var groups = new AnswerGroups(product => lists.GetValueOrDefault(product), catalogue);
        RankingData[] parts = usesShown ? OfShown(byPart, lists, groups) : [.. questions.Select(part => OfQuestions(part, groups))];
        return contest.Run(parts[0], parts[1], parts[2], data.ChampionOrder, cancellationToken);
    }

    /// <summary>What would have been published when the first question was asked.</summary>
    private Dictionary<ProductId, IReadOnlyList<PublishedBundle>> Lists(
        ShopData data, EncodedBaskets baskets, InteractionLog log, Contestant model, int rows, HashSet<ProductId>? needed, CancellationToken cancellationToken)
    {
        var older = new EncodedBaskets(baskets.Products, baskets.Rows.Slice(0, rows), [.. baskets.Moments.Take(rows)], [.. baskets.Users.Take(rows)]);
        var learned = model.Trainer.Train(
            SplitRows.AsBaskets(log, [.. Enumerable.Range(0, rows)]), new TrainingContext(options.Threads, options.Seed), cancellationToken);
        var evidence = new RelationEvidence(
            data.Catalogue!.Products, Enumerable.Range(0, rows).Select(row => Products(baskets, row)), data.SessionsBefore?.Invoke(baskets.Moments[rows]) ?? data.Sessions);
        var annotator = new RelationAnnotator(new RelationLearner().Learn(evidence, cancellationToken), data.Quantities);
        var counted = new AssociationCounter(options, learned).Count(older, cancellationToken).Where(line => needed?.Contains(line.Product) != false);
        var builder = new AnchorBundles(data.Settings, data.Catalogue, data.Elasticities, rows, data.StartedAt, withSignals: true);
        var lists = new Dictionary<ProductId, IReadOnlyList<PublishedBundle>>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        foreach (var chunk in annotator.Annotate(counted, options.Threads, cancellationToken).Chunk(256))
        {
            var built = new PublishedList[chunk.Length];
            Parallel.For(0, chunk.Length, parallel, i => built[i] = builder.Build(chunk[i]).List);
            foreach (var list in built)
            {
                lists[list.Product!.Value] = list.Bundles;
            }
        }

        return lists;
    }

    private static ProductId[] Products(EncodedBaskets baskets, int row)
    {
        var numbers = baskets.Rows[row];
        var products = new ProductId[numbers.Length];
        for (var i = 0; i < products.Length; i++)
        {
            products[i] = baskets.Products[numbers[i]];
        }

        return products;
    }

    private static RankingData OfQuestions(List<(ProductId[] Asked, HashSet<ProductId> Bought, bool IsCart)> questions, AnswerGroups groups)
    {
        var made = questions.Select(question => question.IsCart
                ? groups.OfCart(question.Asked, question.Bought)
                : groups.OfProduct(question.Asked[0], question.Bought))
            .OfType<RankingGroup>().ToArray();
        return new RankingData(made, groups.Bundles);
    }

    private static List<ShownAnswer>[] PartsOf(ShownAnswer[] shown, EncodedBaskets baskets, int[] bounds) =>
    [
        .. Enumerable.Range(0, Parts).Select(i => shown
            .Where(answer => answer.At >= baskets.Moments[bounds[i]] && (i == Parts - 1 || answer.At < baskets.Moments[bounds[i + 1]])).ToList()),
    ];

    private RankingData[] OfShown(List<ShownAnswer>[] parts, Dictionary<ProductId, IReadOnlyList<PublishedBundle>> lists, AnswerGroups groups)
    {
        // Of a bundle under several anchors the one in the list of the first product counts.
        var byName = new Dictionary<BundleId, PublishedBundle>();
        foreach (var bundle in lists.OrderBy(list => list.Key).SelectMany(list => list.Value))
        {
            byName.TryAdd(bundle.BundleId, bundle);
        }

        return
        [
            .. parts.Select(part =>
            {
                var made = part.TakeLast(options.Ranking.MaxAnswers)
                    .Select(answer => groups.OfShown(
                        [.. answer.Bundles.Where(byName.ContainsKey).Select(name => byName[name]).OrderByDescending(bundle => bundle.Score).ThenBy(bundle => bundle.BundleId)],
                        answer.Taken))
                    .OfType<RankingGroup>().ToArray();
                return new RankingData(made, groups.Bundles);
            }),
        ];
    }
}
