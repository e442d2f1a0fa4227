using BundleFunctions.Training.Models;
using BundleFunctions.Training.Models.Blend;

namespace BundleFunctions.Training.Contests;

/// <summary>The models that every shop gets.</summary>
public static class DefaultSet
{
    /// <summary>Names in <see cref="ModelCatalogue"/>, the simplest first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["popularity", "co-occurrence", "item-knn", "rp3beta", "content", "ease", "ials", "blend"];

    // Enough cases and rivals to weigh five models by, at a fraction of the price of the default.
    private static readonly BlendOptions Blending = new() { MaxCases = 1500, HardNegatives = 15, RandomNegatives = 25 };

    // They read the catalogue alone, or hardly anything else.
    private static readonly string[] Content = ["content", "category-affinity", "popularity-category"];

    /// <summary>Makes contestants.</summary>
    /// <param name="names">Names in <see cref="ModelCatalogue"/>.</param>
    /// <param name="hasContent">Whether a catalogue says something of the items: without it models of content are left out.</param>
    /// <exception cref="ArgumentException">There is no model of some name.</exception>
    public static IReadOnlyList<Contestant> Create(IReadOnlyList<string> names, bool hasContent)
    {
        var trainers = new Dictionary<string, IRecommenderTrainer>(StringComparer.Ordinal);
        IRecommenderTrainer TrainerOf(string name) =>
            trainers.TryGetValue(name, out var known) ? known : trainers[name] = new KeptTraining(Catalogued(name).Create());
        bool CanLearn(string name) => hasContent || !Content.Contains(name, StringComparer.Ordinal);

        var contestants = new List<Contestant>();
        foreach (var name in names.Where(CanLearn))
        {
            contestants.Add(string.Equals(name, BlendModel.ModelName, StringComparison.Ordinal)
                ? new Contestant(name, Catalogued(name).Complexity, new KeptTraining(new BlendTrainer([.. ModelCatalogue.BlendParts.Where(CanLearn).Select(TrainerOf)], Blending)))
                : new Contestant(name, Catalogued(name).Complexity, TrainerOf(name)));
        }

        return contestants;
    }

    private static CataloguedModel Catalogued(string name) =>
        ModelCatalogue.Find(name) ?? throw new ArgumentException(
            $"There is no model '{name}'; expected some of {string.Join(", ", ModelCatalogue.All.Select(model => model.Name))}.", nameof(name));
}
