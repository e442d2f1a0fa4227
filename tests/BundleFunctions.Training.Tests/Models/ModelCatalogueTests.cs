using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Tests.Models;

public sealed class ModelCatalogueTests
{
    [Fact]
    public void All_Names_AreThoseOfTheTrainersInOrder()
    {
        ModelCatalogue.All.Select(model => model.Name).ShouldBe(ModelCatalogue.All.Select(model => model.Name).Order(StringComparer.Ordinal).Distinct());
        foreach (var model in ModelCatalogue.All)
        {
            var trainer = model.Create();
            trainer.Name.ShouldBe(model.Name);
            trainer.Fingerprint.ShouldBe(model.Create().Fingerprint);
            ModelCatalogue.Find(model.Name).ShouldBe(model);
        }

        ModelCatalogue.Find("EASE").ShouldBeNull();
    }

    // All but those that wrap one trainer and are nothing without it.
    [Fact]
    public void All_EveryTrainerOfTheWorkshop_CanBeAskedForByName() =>
        typeof(IRecommenderTrainer).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRecommenderTrainer)))
            .Where(type => !type.GetConstructors().Any(made => made.GetParameters().Any(given => given.ParameterType == typeof(IRecommenderTrainer))))
            .ShouldBe(ModelCatalogue.All.Select(model => model.Create().GetType()).Distinct(), ignoreOrder: true);
}
