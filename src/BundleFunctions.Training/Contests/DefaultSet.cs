using System.Globalization;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.Linear;

namespace BundleFunctions.Training.Contests;

/// <summary>The models that every shop gets.</summary>
public static class DefaultSet
{
    /// <summary>Names in <see cref="ModelCatalogue"/>, the simplest first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["popularity", "co-occurrence", "item-knn", "rp3beta", "content", "ease", "ials", "blend"];

    // Enough cases and rivals to weigh five models by, at a fraction of the price of the default.
    private static readonly BlendOptions Blending = new() { MaxCases = 1500, HardNegatives = 15, RandomNegatives = 25 };

    // Each part scores every item for every case that weights are learned from.
    private const long ScoresToWeighBy = 30_000_000;
    private const int FewestCases = 300;

    // One dense inverse of 8,000 items costs eight times as much as one of 4,000, and a contest needs up to six.
    private const int ItemsForSmallHead = 10_000;
    private static readonly EaseOptions SmallHead = new() { DenseItems = 4000 };

    // Most of the loss is gone after a few epochs, and many lines make each of them dear.
    private const int LinesForFewEpochs = 4_000_000;
    private static readonly IalsOptions FewEpochs = new() { Iterations = 5, Rank = 32 };

    // These score every item for every query, and the winner is asked about every item: time grows as the square.
    private const int MostItems = 150_000;
    private static readonly string[] Dense = ["blend", "ials"];

    // They read the catalogue alone, or hardly anything else.
    private static readonly string[] Content = ["content", "category-affinity", "popularity-category"];

    /// <summary>Makes contestants.</summary>
    /// <param name="names">Names in <see cref="ModelCatalogue"/>.</param>
    /// <param name="size">Without a catalogue models of content are left out. In a large shop some are made smaller, and some are ruled out.</param>
    /// <exception cref="ArgumentException">There is no model of some name.</exception>
    public static IReadOnlyList<Contestant> Create(IReadOnlyList<string> names, ShopSize size)
    {
        var trainers = new Dictionary<string, IRecommenderTrainer>(StringComparer.Ordinal);
        IRecommenderTrainer TrainerOf(string name) =>
            trainers.TryGetValue(name, out var known) ? known : trainers[name] = new KeptTraining(Sized(name, size));
        bool CanLearn(string name) => size.HasContent || !Content.Contains(name, StringComparer.Ordinal);

        var contestants = new List<Contestant>();
        foreach (var name in names.Where(CanLearn))
        {
            var trainer = string.Equals(name, BlendModel.ModelName, StringComparison.Ordinal)
                ? new KeptTraining(new BlendTrainer([.. ModelCatalogue.BlendParts.Where(CanLearn).Select(TrainerOf)], Sized(Blending, size)))
                : TrainerOf(name);
            contestants.Add(new Contestant(name, Catalogued(name).Complexity, trainer) { RuledOut = RuledOut(name, size) });
        }

        return contestants;
    }

    private static BlendOptions Sized(BlendOptions options, ShopSize size) =>
        options with { MaxCases = (int)Math.Clamp(ScoresToWeighBy / Math.Max(size.Items, 1), FewestCases, options.MaxCases) };

    private static IRecommenderTrainer Sized(string name, ShopSize size) => name switch
    {
        "ease" when size.Items > ItemsForSmallHead => new EaseTrainer(SmallHead),
        "ials" when size.Lines > LinesForFewEpochs => new IalsTrainer(FewEpochs),
        _ => Catalogued(name).Create(),
    };

    private static string? RuledOut(string name, ShopSize size) =>
        size.Items <= MostItems || !Dense.Contains(name, StringComparer.Ordinal) ? null
            : string.Create(CultureInfo.InvariantCulture, $"Left out of a shop of {size.Items} products; it scores all of them at once, which is afforded up to {MostItems}.");

    private static CataloguedModel Catalogued(string name) =>
        ModelCatalogue.Find(name) ?? throw new ArgumentException(
            $"There is no model '{name}'; expected some of {string.Join(", ", ModelCatalogue.All.Select(model => model.Name))}.", nameof(name));
}
