using BundleFunctions.DeepModels.Training;

namespace BundleFunctions.DeepModels.Tests.Training;

public sealed class DeepCatalogueTests
{
    [Fact]
    public void All_Names_AreInOrderAndFound()
    {
        DeepCatalogue.All.Select(kind => kind.Name).ShouldBe(DeepCatalogue.All.Select(kind => kind.Name).Order(StringComparer.Ordinal));
        DeepCatalogue.All.ShouldAllBe(kind => DeepCatalogue.Find(kind.Name) == kind);
        DeepCatalogue.Find("ease").ShouldBeNull();
        DeepCatalogue.Find("ease-int8").ShouldBeNull();
    }

    [Fact]
    public void Find_Smaller_IsTheSameButSimpler()
    {
        var (whole, small) = (DeepCatalogue.Find("text-pair")!, DeepCatalogue.Find("text-pair-int8")!);

        small.Name.ShouldBe("text-pair-int8");
        small.Trained.ShouldBe(whole.Trained);
        small.ReadsTexts.ShouldBeTrue();
        small.Complexity.ShouldBeLessThan(whole.Complexity);
        small.Compression.ShouldBe(Compression.Int8);
    }
}
