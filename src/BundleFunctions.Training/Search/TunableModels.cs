using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.KernelRidge;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Models.Rp3Beta;
using BundleFunctions.Training.Models.UserKnn;

namespace BundleFunctions.Training.Search;

/// <summary>Models whose options matter, with ranges that hold what public data sets ask for.</summary>
public static class TunableModels
{
    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<TunableModel> All { get; } =
    [
        new(
            "ease",
            new ParameterSpace(
                RealParameter.Logarithmic("lambda", 1, 3000), RealParameter.Linear("lambdaPower", -0.5, 0.5), RealParameter.Linear("contentWeight", 0, 10)),
            found => new EaseTrainer(new EaseOptions
            {
                Lambda = found.Real("lambda"),
                LambdaPower = found.Real("lambdaPower"),
                ContentWeight = found.Real("contentWeight"),
            })),
        new(
            "ials",
            new ParameterSpace(
                new IntParameter("rank", 16, 128), RealParameter.Logarithmic("alpha", 1, 100), RealParameter.Logarithmic("lambda", 0.1, 200),
                RealParameter.Linear("frequencyScaling", 0, 1)),
            found => new IalsTrainer(new IalsOptions
            {
                Rank = found.Int("rank"),
                Alpha = found.Real("alpha"),
                Lambda = found.Real("lambda"),
                FrequencyScaling = found.Real("frequencyScaling"),
            })),
        new(
            "item-knn",
            new ParameterSpace(
                new IntParameter("neighbours", 10, 300), RealParameter.Linear("shrinkage", 0, 50), RealParameter.Linear("asymmetry", 0, 1),
                new ChoiceParameter("similarity", nameof(Similarity.Cosine), nameof(Similarity.Jaccard))),
            found => new ItemKnnTrainer(new ItemKnnOptions
            {
                Neighbours = found.Int("neighbours"),
                Shrinkage = found.Real("shrinkage"),
                Asymmetry = found.Real("asymmetry"),
                Similarity = Enum.Parse<Similarity>(found.Choice("similarity")),
            })),
        new(
            "kernel-ridge",
            new ParameterSpace(RealParameter.Logarithmic("ridge", 0.1, 100)),
            found => new KernelRidgeTrainer(new KernelRidgeOptions { Ridge = found.Real("ridge") })),
        new(
            "popularity-recent",
            new ParameterSpace(RealParameter.Logarithmic("halfLifeDays", 1, 365)),
            found => new RecentPopularityTrainer(new PopularityOptions { HalfLifeDays = found.Real("halfLifeDays") })),
        new(
            "rp3beta",
            new ParameterSpace(
                RealParameter.Linear("alpha", 0.2, 2), RealParameter.Linear("beta", 0, 1), new IntParameter("neighbours", 20, 300)),
            found => new Rp3BetaTrainer(new Rp3BetaOptions
            {
                Alpha = found.Real("alpha"),
                Beta = found.Real("beta"),
                Neighbours = found.Int("neighbours"),
            })),
        new(
            "user-knn",
            new ParameterSpace(
                new IntParameter("rows", 10, 1000), RealParameter.Linear("shrinkage", 0, 20),
                new ChoiceParameter("similarity", nameof(Similarity.Cosine), nameof(Similarity.Jaccard))),
            found => new UserKnnTrainer(new UserKnnOptions
            {
                Rows = found.Int("rows"),
                Shrinkage = found.Real("shrinkage"),
                Similarity = Enum.Parse<Similarity>(found.Choice("similarity")),
            })),
    ];

    /// <summary>A model that can be tuned; null where there is none of that name.</summary>
    public static TunableModel? Find(string name) => All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal));
}
