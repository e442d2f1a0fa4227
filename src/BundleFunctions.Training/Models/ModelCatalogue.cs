using BundleFunctions.Training.Models.Blend;
using BundleFunctions.Training.Models.Content;
using BundleFunctions.Training.Models.Factorisation;
using BundleFunctions.Training.Models.ItemKnn;
using BundleFunctions.Training.Models.Linear;
using BundleFunctions.Training.Models.NextBasket;
using BundleFunctions.Training.Models.Popularity;

namespace BundleFunctions.Training.Models;

/// <summary>Every kind of model, one line each.</summary>
public static class ModelCatalogue
{
    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<CataloguedModel> All { get; } =
    [
        new("blend", "several models as one, weighted by what each is worth", 90, () => new BlendTrainer(
            [
                new EaseTrainer(new EaseOptions()), new ItemKnnTrainer(new ItemKnnOptions()), new RecentPopularityTrainer(new PopularityOptions()),
                new ContentTrainer(new ContentOptions()), new CategoryAffinityTrainer(new CategoryAffinityOptions()),
            ],
            new BlendOptions())),
        new("bpr", "matrix factorisation by pairwise ranking", 50, () => new BprTrainer(new BprOptions())),
        new("category-affinity", "which categories go together", 20, () => new CategoryAffinityTrainer(new CategoryAffinityOptions())),
        new("content", "items whose texts are alike; knows new items too", 20, () => new ContentTrainer(new ContentOptions())),
        new("ease", "linear item weights in closed form", 30, () => new EaseTrainer(new EaseOptions())),
        new("factorisation-machine", "factors of items and of what the catalogue says of them", 60, () => new FactorisationMachineTrainer(new FactorisationMachineOptions())),
        new("ials", "matrix factorisation of implicit feedback", 50, () => new IalsTrainer(new IalsOptions())),
        new("tifu-knn", "next basket: personal frequency and like users", 40, () => new TifuKnnTrainer(new TifuKnnOptions())),
        new("up-cf", "next basket: like users, weighted by how lately they bought", 40, () => new UpCfTrainer(new UpCfOptions())),
    ];

    /// <summary>A kind of model; null where there is none of that name.</summary>
    public static CataloguedModel? Find(string name) => All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal));
}
