using BundleFunctions.Training.Bundles.MarkovNetwork;
using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.CoOccurrence;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.KernelRidge;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.NextBasket;
using BundleFunctions.Training.Models.Parts;
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
        new("association-rules", "rules of frequent sets", 20, () => new RuleTrainer(new RuleOptions())),
        new("blend", "several models as one, weighted by what each is worth", 90, () => new BlendTrainer([.. BlendParts.Select(name => Find(name)!.Create())], new BlendOptions())),
        new("bpr", "matrix factorisation by pairwise ranking", 50, () => new BprTrainer(new BprOptions())),
        new("category-affinity", "which categories go together", 20, () => new CategoryAffinityTrainer(new CategoryAffinityOptions())),
        new("co-occurrence", "how surely two items are bought together", 10, () => new CoOccurrenceRecommenderTrainer(new CoOccurrenceOptions { Measure = AssociationMeasure.LogLikelihoodRatio })),
        new("content", "items whose texts are alike; knows new items too", 20, () => new ContentTrainer(new ContentOptions())),
        new("content-learned", "as content, the weights learned from rows", 40, () => new LearnedContentTrainer(new LearnedContentOptions())),
        new("ease", "linear item weights in closed form", 30, () => new EaseTrainer(new EaseOptions())),
        new("factorisation-machine", "factors of items and of what the catalogue says of them", 60, () => new FactorisationMachineTrainer(new FactorisationMachineOptions())),
        new("gp-top", "what the user bought most, then what all did", 5, () => new GlobalPersonalTopTrainer()),
        new("ials", "matrix factorisation of implicit feedback", 50, () => new IalsTrainer(new IalsOptions())),
        new("item-knn", "items bought by the same", 20, () => new ItemKnnTrainer(new ItemKnnOptions())),
        new("kernel-ridge", "what like rows hold, all rows heard at once", 40, () => new KernelRidgeTrainer(new KernelRidgeOptions())),
        new("markov-network", "items that stand together, as a pairwise network", 60, () => new MarkovNetworkTrainer(new MarkovNetworkOptions())),
        new("p-top", "what the user bought most", 4, () => new PersonalTopTrainer()),
        new("parts", "bundles that hold the same products", 20, () => new PartsTrainer(new PartsOptions())),
        new("popularity", "what is bought most", 1, () => new PopularityTrainer()),
        new("popularity-category", "what is bought most in the query's categories", 3, () => new CategoryPopularityTrainer(new PopularityOptions())),
        new("popularity-recent", "what is bought most lately", 2, () => new RecentPopularityTrainer(new PopularityOptions())),
        new("rp3beta", "random walks of three steps, popular ends held back", 20, () => new Rp3BetaTrainer(new Rp3BetaOptions())),
        new("svd", "truncated singular values", 40, () => new SvdTrainer(new SvdOptions())),
        new("tifu-knn", "next basket: personal frequency and like users", 40, () => new TifuKnnTrainer(new TifuKnnOptions())),
        new("up-cf", "next basket: like users, weighted by how lately they bought", 40, () => new UpCfTrainer(new UpCfOptions())),
        new("user-knn", "what like rows hold", 20, () => new UserKnnTrainer(new UserKnnOptions())),
    ];

    /// <summary>A kind of model; null where there is none of that name.</summary>
    public static CataloguedModel? Find(string name) => All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal));
}
