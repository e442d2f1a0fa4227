using BundleFunctions.Feedback;

namespace BundleFunctions.Core.Tests.Feedback;

public sealed class RecommendationIdsTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly RecommendationIds Ids = new(new byte[32]);
    private static readonly RecommendationStamp Stamp = new("product", Identifier.Parse<GenerationId>("11a735901d7a438f6a274061"), "00ff00ff00ff00ff")
    {
        Variant = "price-test:half+ranker:b",
        Rule = "pin-camera",
        Propensity = 0.123,
        DiscountShare = 0.5,
        Bucket = 2_953_000,
    };

    [Fact]
    public void Read_OwnId_GivesTheStampBack()
    {
        var id = Ids.Create(Shop, Stamp);

        Ids.Read(Shop, id, out var stamp).ShouldBe(RecommendationIdStatus.Valid);
        stamp.ShouldBe(Stamp);
        id.Length.ShouldBeLessThanOrEqualTo(RecommendationIds.MaxLength);
        Ids.Create(Shop, Stamp).ShouldBe(id);
    }

    [Fact]
    public void Read_AnyCharacterChanged_IsNeverValid()
    {
        var id = Ids.Create(Shop, Stamp);

        for (var i = 0; i < id.Length; i++)
        {
            var changed = string.Concat(id.AsSpan(0, i), id[i] == 'a' ? "b" : "a", id.AsSpan(i + 1));
            if (changed != id)
            {
                Ids.Read(Shop, changed, out var stamp).ShouldNotBe(RecommendationIdStatus.Valid, changed);
                stamp.ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Read_OtherShopsOrOtherSecrets_IsForeignOrForged()
    {
        var other = Identifier.Parse<ShopId>("rival");

        Ids.Read(Shop, Ids.Create(other, Stamp), out _).ShouldBe(RecommendationIdStatus.Foreign);
        Ids.Read(Shop, new RecommendationIds([.. Enumerable.Repeat((byte)1, 32)]).Create(Shop, Stamp), out _).ShouldBe(RecommendationIdStatus.Forged);
    }

    [Theory]
    [InlineData("")]
    [InlineData("r-1")]
    [InlineData("2a48ce2f356113f076f3b376")]
    [InlineData("..........")]
    [InlineData("r1.a.b.c.d.e.f.g.h.i")]
    public void Read_SomethingElse_IsUnknown(string id) => Ids.Read(Shop, id, out _).ShouldBe(RecommendationIdStatus.Unknown);

    [Fact]
    public void Create_LongestParts_FitsIntoAnEvent()
    {
        var longest = Stamp with
        {
            Page = new string('p', 16),
            Generation = Identifier.Parse<GenerationId>(new string('g', 63)),
            Variant = new string('v', RecommendationIds.MaxVariantLength),
            Rule = new string('r', 32),
            Question = RecommendationIds.NameQuestion([], 50, 4),
        };

        var id = Ids.Create(Shop, longest);

        id.Length.ShouldBeLessThanOrEqualTo(BundleFunctions.Intake.IntakeLimits.RecommendationIdLength);
        Ids.Read(Shop, id, out var stamp).ShouldBe(RecommendationIdStatus.Valid);
        stamp.ShouldBe(longest);
    }

    [Fact]
    public void Create_RuleThatIsNoSlug_IsWrittenAsAHash()
    {
        Ids.Read(Shop, Ids.Create(Shop, Stamp with { Rule = "Summer sale: cameras!" }), out var stamp);

        stamp!.Rule!.ShouldMatch("^[0-9a-f]{8}$");
    }

    [Fact]
    public void Read_DiscountThatWasDrawn_GivesItsPropensityBackAndOlderIdsStayGood()
    {
        var ids = new RecommendationIds(new byte[32]);
        var shop = Identifier.Parse<ShopId>("demo");
        var stamp = new RecommendationStamp("cart", null, "00ff") { Propensity = 0.25, DiscountShare = 0.5, DiscountPropensity = 0.333, Bucket = 12 };

        var drawn = ids.Create(shop, stamp);
        var plain = ids.Create(shop, stamp with { DiscountPropensity = 1 });

        (drawn[..3], plain[..3]).ShouldBe(("r2.", "r1."));
        ids.Read(shop, drawn, out var read).ShouldBe(RecommendationIdStatus.Valid);
        read.ShouldBe(stamp);
        ids.Read(shop, plain, out read).ShouldBe(RecommendationIdStatus.Valid);
        read.ShouldBe(stamp with { DiscountPropensity = 1 });
        ids.Read(shop, "r1" + drawn[2..], out _).ShouldBe(RecommendationIdStatus.Unknown);
    }
}
