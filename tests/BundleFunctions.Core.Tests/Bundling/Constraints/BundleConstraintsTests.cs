using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Core.Tests.Bundling.Constraints;

public sealed class BundleConstraintsTests
{
    private static readonly DateTimeOffset Now = RuledShop.Now;

    [Fact]
    public void Allow_MillionRandomBundles_IsWhatAnIndependentCheckerSays()
    {
        var constraints = new BundleConstraints(RuledShop.Rules);
        var random = new Random(42);
        var (allowed, refused) = (0, 0);
        for (var shop = 0; shop < 100; shop++)
        {
            var products = RuledShop.Products(60, seed: shop);
            for (var draw = 0; draw < 10_000; draw++)
            {
                var lines = RuledShop.Draw(products, random);
                var passes = constraints.Allow(lines, Now);
                if (passes != PlainChecker.Passes(lines))
                {
                    var names = string.Join(" + ", lines.Select(line => $"{line.Quantity} {line.Product}"));
                    Assert.Fail($"shop {shop}: {names}: passes is {passes}; {constraints.FindFirst(lines, Now)}");
                }

                _ = passes ? allowed++ : refused++;
            }
        }

        allowed.ShouldBeGreaterThan(100_000);
        refused.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void Find_RandomBundles_GivesEveryReasonThatHasACode()
    {
        var constraints = new BundleConstraints(RuledShop.Rules);
        var random = new Random(7);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var shop = 0; shop < 20; shop++)
        {
            var products = RuledShop.Products(60, seed: shop);
            for (var draw = 0; draw < 1_000; draw++)
            {
                found.UnionWith(constraints.Find(RuledShop.Draw(products, random), Now).Select(violation => violation.Code));
            }
        }

        var codes = typeof(ConstraintCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        found.ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void FindFirst_CaseForAnotherPhone_NamesBothAndWhy()
    {
        var phone = Item("phone-y", ("model", "y"));
        var constraints = new BundleConstraints(new ConstraintOptions());

        constraints.FindFirst([new(phone, 1), new(Item("case", ("fits", "x, z")), 1)], Now).ShouldBe(
            new ConstraintViolation(ConstraintCodes.DoesNotFit, Id("case"), Id("phone-y"), "It fits x, z; phone-y is y."));
        constraints.Allow([new(phone, 1), new(Item("case", ("fits", "x,y")), 1), new(Item("cable"), 1)], Now).ShouldBeTrue();
        constraints.Allow([new(phone with { Stock = 5 }, 2), new(Item("cable") with { Stock = 3 }, 4)], Now).ShouldBeFalse();
    }

    [Fact]
    public void Validate_RulesThatCannotBeUsed_AreNamed()
    {
        new ConstraintOptions().Validate().ShouldBeNull();
        RuledShop.Rules.Validate().ShouldBeNull();
        new ConstraintOptions { Fits = [new FitRule { Target = FitTarget.Product }] }.Validate().ShouldNotBeNull().ShouldContain("hostCategory");
        new ConstraintOptions { Classes = [new ClassRule { Value = "x", Policy = ClassPolicy.NotWith }] }.Validate().ShouldNotBeNull().ShouldContain("not_with");
        new ConstraintOptions { CategoryLimits = [new CategoryLimit("Snacks", -1)] }.Validate().ShouldNotBeNull().ShouldContain("Snacks");
        new ConstraintOptions { Bans = [new BundleBan { Products = [] }] }.Validate().ShouldNotBeNull().ShouldContain("ban");
        new ConstraintOptions { Bans = [new BundleBan { Products = [Id("a")], From = Now, To = Now }] }.Validate().ShouldNotBeNull().ShouldContain("ends");
        new ConstraintOptions { Pins = [new BundlePin { Products = [Id("a"), Id("a")] }] }.Validate().ShouldNotBeNull().ShouldContain("pin");
        new ConstraintOptions { Pins = [new BundlePin { Products = [Id("a"), Id("b")], Quantities = [1] }] }.Validate().ShouldNotBeNull().ShouldContain("quantities");
    }

    private static ProductId Id(string id) => Identifier.Parse<ProductId>(id);

    private static Product Item(string id, params (string Name, string Value)[] attributes) => new()
    {
        ProductId = Id(id),
        Title = id,
        Price = 10,
        Currency = "EUR",
        Attributes = attributes.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
    };
}
