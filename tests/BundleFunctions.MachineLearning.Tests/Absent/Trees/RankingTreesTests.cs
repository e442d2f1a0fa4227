namespace BundleFunctions.MachineLearning.Tests;

public sealed class RankingTreesTests
{
    [Fact]
    public void Trainers_WithoutMlNet_AreNoneAndTheBuildSaysSo()
    {
        RankingTrees.Trainers.ShouldBeEmpty();
        RankingTrees.About.ShouldContain("no ML.NET");
    }
}
