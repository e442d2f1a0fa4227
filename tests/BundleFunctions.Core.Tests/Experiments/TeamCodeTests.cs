using BundleFunctions.Bundling;
using BundleFunctions.Experiments;

namespace BundleFunctions.Core.Tests.Experiments;

public sealed class TeamCodeTests
{
    [Fact]
    public void Write_AnyTeamsOfTenBundles_AreReadBackFromTheVariantsName()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var bundles = Enumerable.Range(0, random.Next(0, 11)).Select(i => Bundle($"{round}-{i}")).ToArray();
            var teams = bundles.Select(_ => random.Next(2) == 0).ToArray();

            var arm = $"{TeamCode.ArmOf("looks")}-{TeamCode.Write(bundles, teams)}";

            arm.Length.ShouldBeLessThanOrEqualTo("looks:mix-zzzz".Length);
            for (var i = 0; i < bundles.Length; i++)
            {
                TeamCode.CreditOf(arm, bundles[i]).ShouldBe(teams[i] ? 1 : -1);
                TeamCode.RowOf(arm, bundles[i]).ShouldBe(teams[i] ? "looks:mix-control" : "looks:mix-rival");
            }
        }
    }

    [Fact]
    public void Credit_BundlesBelowTheTenth_FallToEitherTeamAlike()
    {
        var bundles = Enumerable.Range(0, 2000).Select(i => Bundle($"{i}")).ToArray();
        var arm = $"{TeamCode.ArmOf("looks")}-{TeamCode.Write(bundles, new bool[2000])}";

        bundles.Take(10).ShouldAllBe(bundle => TeamCode.CreditOf(arm, bundle) == -1);
        bundles.Skip(10).Average(bundle => TeamCode.CreditOf(arm, bundle)).ShouldBeInRange(-0.1, 0.1);
    }

    [Theory]
    [InlineData("champion")]
    [InlineData("price:half")]
    [InlineData("price:mix-zzzzz")]
    [InlineData("price:mix-A")]
    [InlineData("price:mix-")]
    public void RowOf_AnswerThatWasNotMixed_IsItsOwnName(string arm)
    {
        TeamCode.RowOf(arm, Bundle("x")).ShouldBe(arm);
        TeamCode.CreditOf(arm, Bundle("x")).ShouldBe(0);
    }

    private static BundleId Bundle(string product) => BundleNaming.NameOf([(Identifier.Parse<ProductId>(product), 1)]);
}
