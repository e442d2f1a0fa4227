using BundleFunctions.Associations;
using BundleFunctions.Offers;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Rules;

namespace BundleFunctions.Core.Tests.Serving.Rules;

public sealed class RuleBookTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AnswerContext Context = new(Shop, "product", Noon);

    private static readonly Dictionary<ProductId, Product> Catalogue = new[]
    {
        Item("camera", 500, 400, 5, "Acme", "Cameras/Mirrorless", ("colour", "black")),
        Item("bag", 40, 10, null, "Sack", "Cameras/Bags", ("colour", "red")),
        Item("card", 30, null, 200, "Acme", "Memory"),
        Item("lens", 300, 150, 0, "Glass", "CamerasOld/Lenses"),
    }.ToDictionary(product => product.ProductId);

    private static readonly Candidate[] Candidates =
        [Of("camera+card", 0.9, "camera", "card"), Of("camera+bag", 0.5, "camera", "bag"), Of("bag+lens", 0.2, "bag", "lens")];

    private static ProductId Id(string text) => Identifier.Parse<ProductId>(text);

    private static Product Item(string id, decimal price, decimal? cost, int? stock, string brand, string category, params (string, string)[] attributes) => new()
    {
        ProductId = Id(id),
        Title = id,
        Price = price,
        Cost = cost,
        Stock = stock,
        Brand = brand,
        Categories = [category],
        Currency = "EUR",
        Attributes = attributes.ToDictionary(pair => pair.Item1, pair => pair.Item2),
    };

    private static Candidate Of(string name, double score, params string[] products) => new(
        new PublishedBundle(
            Identifier.Parse<BundleId>(name.Replace('+', '-')),
            score,
            [.. products.Select((product, i) => new BundleItem(Id(product), i == 0 ? ItemRole.Anchor : ItemRole.Complement, 1))],
            new BundlePrice("EUR", 100, 90, 10),
            null,
            null,
            new Evidence(1, 1, 1, 1)),
        score);

    private static Rule Rule(string id, RuleAction action, RuleCondition? when = null) => new()
    {
        Id = Identifier.Parse<RuleId>(id),
        Action = action,
        When = when ?? new(),
        Factor = action == RuleAction.Boost ? 2 : null,
    };

    private static RuleCondition Holding(string product) => new() { AnyProduct = $"productId = '{product}'" };

    private static string[] Apply(AnswerContext context, params Rule[] rules)
    {
        var set = new RuleSet { Rules = rules };
        set.Validate().ShouldBeNull();
        return [.. new RuleBook(set, "1").Apply(Candidates, context, Catalogue.GetValueOrDefault).Select(candidate => candidate.Bundle.BundleId.Value)];
    }

    public static TheoryData<string, string> Conditions => new()
    {
        { """{"anyProduct":"category = 'Cameras'"}""", "camera-card camera-bag bag-lens" },
        { """{"anyProduct":"category in ('Cameras/Bags', 'Memory')"}""", "camera-card camera-bag bag-lens" },
        { """{"anyProduct":"category = 'Camera'"}""", "" },
        { """{"anchor":"brand = 'Acme'"}""", "camera-card camera-bag" },
        { """{"everyProduct":"brand = 'Acme'"}""", "camera-card" },
        { """{"noProduct":"attributes.colour in ('red', 'green')"}""", "camera-card" },
        { """{"anyProduct":"attributes.colour = 'red' and brand = 'Acme'"}""", "" },
        { """{"anyProduct":"price = 300"}""", "bag-lens" },
        { """{"anyProduct":"margin >= 0.75"}""", "camera-bag bag-lens" },
        { """{"everyProduct":"margin >= 0.1"}""", "camera-bag bag-lens" },
        { """{"anyProduct":"stock <= 4"}""", "bag-lens" },
        { """{"everyProduct":"stock >= 1"}""", "camera-card" },
        { """{"bundleIds":["camera-bag"],"anyProduct":"productId = 'bag'"}""", "camera-bag" },
        { """{"bundleIds":["camera-bag"],"anyProduct":"productId = 'lens'"}""", "" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Apply_Condition_HoldsForTheBundlesItDescribes(string condition, string expected)
    {
        var json = $$"""{"rules":[{"id":"r","action":"filter","when":{{condition}}}]}""";
        var set = System.Text.Json.JsonSerializer.Deserialize(json, RulesJson.Default.RuleSet)!;
        set.Validate().ShouldBeNull();

        var kept = new RuleBook(set, "1").Apply(Candidates, Context, Catalogue.GetValueOrDefault);

        string.Join(' ', kept.Select(candidate => candidate.Bundle.BundleId.Value)).ShouldBe(expected);
    }

    [Fact]
    public void Apply_ProductsUnknown_OnlyTheBundlesNameIsJudged()
    {
        var byProduct = Rule("r", RuleAction.Hide, new RuleCondition { NoProduct = "brand = 'Acme'" });
        var byName = Rule("s", RuleAction.Hide, new RuleCondition { BundleIds = [Identifier.Parse<BundleId>("bag-lens")] });

        new RuleBook(new RuleSet { Rules = [byProduct, byName] }, "1").Apply(Candidates, Context, _ => null).Count.ShouldBe(2);
    }

    [Fact]
    public void Apply_Boost_ReordersByTheWeighedScore()
    {
        var boost = Rule("r", RuleAction.Boost, Holding("bag"));
        Apply(Context, boost).ShouldBe(["camera-bag", "camera-card", "bag-lens"]);

        var result = new RuleBook(new RuleSet { Rules = [boost, boost with { Id = Identifier.Parse<RuleId>("s"), Factor = 5 }] }, "1").Apply(Candidates, Context, Catalogue.GetValueOrDefault);
        result.Select(candidate => Math.Round(candidate.Score, 9)).ShouldBe([5, 2, 0.9]);
        result.Select(candidate => candidate.Rule).ShouldBe(["r", "r", null]);
    }

    [Fact]
    public void Apply_Pins_StandFirstByPriorityAndAreNamed()
    {
        var low = Rule("a-low", RuleAction.Pin, Holding("bag"));
        var high = Rule("z-high", RuleAction.Pin, Holding("lens")) with { Priority = 10 };

        var result = new RuleBook(new RuleSet { Rules = [low, high] }, "1").Apply(Candidates, Context, Catalogue.GetValueOrDefault);

        result.Select(candidate => (candidate.Bundle.BundleId.Value, candidate.IsPinned, candidate.Rule))
            .ShouldBe([("bag-lens", true, "z-high"), ("camera-bag", true, "a-low"), ("camera-card", false, null)]);
    }

    [Fact]
    public void Apply_HiddenAndPinned_StaysHidden() =>
        Apply(
            Context,
            Rule("pin", RuleAction.Pin, Holding("lens")) with { Priority = 100 },
            Rule("hide", RuleAction.Hide, Holding("lens"))).ShouldBe(["camera-card", "camera-bag"]);

    [Fact]
    public void Apply_OutsideItsWindowOrContextOrPaused_DoesNothing()
    {
        var hide = Rule("hide", RuleAction.Hide);
        Apply(Context, hide).ShouldBeEmpty();
        Apply(Context, hide with { From = Noon, To = Noon.AddTicks(1) }).ShouldBeEmpty();
        foreach (var idle in new[]
        {
            hide with { From = Noon.AddTicks(1) },
            hide with { To = Noon },
            hide with { Paused = true },
            hide with { Context = new RuleScope { Pages = ["cart"] } },
            hide with { Context = new RuleScope { Channels = ["app"] } },
            hide with { Context = new RuleScope { Segments = ["vip"] } },
        })
        {
            Apply(Context, idle).ShouldBe(["camera-card", "camera-bag", "bag-lens"]);
            new RuleBook(new RuleSet { Rules = [idle] }, "1").Select(Context).ShouldBeSameAs(RuleSelection.Nothing);
        }

        Apply(Context with { Page = "cart", Channel = "app", Segment = "vip" }, hide with { Context = new RuleScope { Pages = ["cart"], Channels = ["app"], Segments = ["vip"] } })
            .ShouldBeEmpty();
    }

    [Fact]
    public void Select_AnotherChoiceOfRules_HasAnotherStamp()
    {
        var set = new RuleSet
        {
            Rules = [Rule("a", RuleAction.Hide) with { Context = new RuleScope { Segments = ["vip"] } }, Rule("b", RuleAction.Pin) with { From = Noon }],
        };
        var book = new RuleBook(set, "1");
        var vip = Context with { Segment = "vip" };

        long[] stamps = [book.Select(Context).Stamp, book.Select(vip).Stamp, book.Select(vip with { At = Noon.AddDays(-1) }).Stamp, new RuleBook(set, "2").Select(Context).Stamp];

        stamps.Distinct().Count().ShouldBe(4);
        stamps.ShouldNotContain(0);
        book.Select(Context).Stamp.ShouldBe(new RuleBook(set, "1").Select(Context with { At = Noon.AddHours(5) }).Stamp);
        book.DependsOnAsker.ShouldBeTrue();
        new RuleBook(new RuleSet { Rules = [Rule("b", RuleAction.Pin)] }, "1").DependsOnAsker.ShouldBeFalse();
    }

    [Fact]
    public void Select_ExcludeOwned_WorksForKnownAskersOnly()
    {
        var book = new RuleBook(new RuleSet { ExcludeOwned = true }, "1");
        var user = Context with { User = Identifier.Parse<Pseudonym>(new string('a', 32)) };

        book.DependsOnAsker.ShouldBeTrue();
        book.Select(Context).ShouldBeSameAs(RuleSelection.Nothing);
        (book.Select(user).ExcludeOwned, book.Select(user).Stamp == 0).ShouldBe((true, false));
        OwnedItems.Exclude(Candidates, new HashSet<ProductId> { Id("camera") }, [Id("camera")]).Count.ShouldBe(3);
        OwnedItems.Exclude(Candidates, new HashSet<ProductId> { Id("card") }, [Id("camera")]).Select(candidate => candidate.Bundle.BundleId.Value).ShouldBe(["camera-bag", "bag-lens"]);
    }

    [Theory]
    [InlineData("""{"rules":[{"id":"r","action":"boost"}]}""", "factor is absent")]
    [InlineData("""{"rules":[{"id":"r","action":"boost","factor":0}]}""", "factor is 0")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","factor":2}]}""", "only a boost")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","priority":1001}]}""", "priority is 1001")]
    [InlineData("""{"rules":[{"id":"r","action":"pin"},{"id":"r","action":"hide"}]}""", "there twice")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","when":{"anyProduct":"colour = 'red'"}}]}""", "when.anyProduct: filter, character 1: found 'colour'; expected margin,")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","when":{"noProduct":""}}]}""", "when.noProduct: filter, character 1")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","context":{"pages":["shelf"]}}]}""", "'shelf'")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}]}""", "before it begins")]
    [InlineData("""{"rules":[null]}""", "null")]
    public void Validate_WrongRules_SaysWhatIsWrong(string json, string fault) =>
        System.Text.Json.JsonSerializer.Deserialize(json, RulesJson.Default.RuleSet)!.Validate()!.ShouldContain(fault);

    [Theory]
    [InlineData("""{"rules":[{"id":"r","action":"explode"}]}""")]
    [InlineData("""{"rules":[{"id":"R!","action":"pin"}]}""")]
    [InlineData("""{"rules":[{"action":"pin"}]}""")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","whn":{}}]}""")]
    [InlineData("""{"rules":[{"id":"r","action":"pin","when":{"anyProdcut":"price > 1"}}]}""")]
    public void Deserialize_NotOfTheShape_IsRefused(string json) =>
        Should.Throw<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize(json, RulesJson.Default.RuleSet));
}
