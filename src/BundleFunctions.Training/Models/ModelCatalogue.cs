using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.CoOccurrence;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.NextBasket;
using BundleFunctions.Training.Models.Popularity;
using BundleFunctions.Training.Models.Rp3Beta;
using BundleFunctions.Training.Models.Rules;
using BundleFunctions.Training.Models.UserKnn;

namespace BundleFunctions.Training.Models;

/// <summary>Every kind of model, one line each.</summary>
public static class ModelCatalogue
{
    /// <summary>What a blend is made of: models that err in different ways, all of them cheap.</summary>
    public static IReadOnlyList<string> BlendParts { get; } = ["ease", "item-knn", "popularity-recent", "content", "category-affinity"];

    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<CataloguedModel> All { get; } =
    [
        new("association-rules", "frequent itemsets and the rules between them", 15, () => new RuleTrainer(new RuleOptions())),
        new("blend", "several models as one, weighted by what each is worth", 90, () => new BlendTrainer([.. BlendParts.Select(name => Find(name)!.Create())], new BlendOptions())),
        new("bpr", "matrix factorisation by pairwise ranking", 50, () => new BprTrainer(new BprOptions())),
        new("category-affinity", "which categories go together", 20, () => new CategoryAffinityTrainer(new CategoryAffinityOptions())),
        new("co-occurrence", "what is bought together, by log-likelihood ratio", 10, () => new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Measure = AssociationMeasure.LogLikelihoodRatio })),
        new("content", "texts, categories, brands and prices of the catalogue", 25, () => new ContentTrainer(new ContentOptions())),
        new("ease", "linear item weights in closed form", 30, () => new EaseTrainer(new EaseOptions())),
        new("factorisation-machine", "factors of items and of what the catalogue says of them", 60, () => new FactorisationMachineTrainer(new FactorisationMachineOptions())),
        new("gp-top", "what the user buys most, then what everybody does", 5, () => new GlobalPersonalTopTrainer()),
        new("ials", "matrix factorisation of implicit feedback", 50, () => new IalsTrainer(new IalsOptions())),
        new("item-knn", "the items most like those of the query, by cosine", 20, () => new ItemKnnTrainer(new ItemKnnOptions())),
        new("p-top", "what the user buys most", 4, () => new PersonalTopTrainer()),
        new("popularity", "what is bought most", 0, () => new PopularityTrainer()),
        new("popularity-category", "what is bought most in the query's categories", 2, () => new CategoryPopularityTrainer(new PopularityOptions())),
        new("popularity-recent", "what is bought most lately", 1, () => new RecentPopularityTrainer(new PopularityOptions())),
        new("rp3beta", "random walks of three steps, popular items held back", 22, () => new Rp3BetaTrainer(new Rp3BetaOptions())),
        new("svd", "projection on the greatest singular vectors", 40, () => new SvdTrainer(new SvdOptions())),
        new("tifu-knn", "next basket: personal frequency and like users", 40, () => new TifuKnnTrainer(new TifuKnnOptions())),
        new("up-cf", "next basket: like users, weighted by how lately they bought", 40, () => new UpCfTrainer(new UpCfOptions())),
        new("user-knn", "what the users most like this one buy", 35, () => new UserKnnTrainer(new UserKnnOptions())),
    ];

    /// <summary>A kind of model; null where there is none of that name.</summary>
    public static CataloguedModel? Find(string name) => All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal));
}
