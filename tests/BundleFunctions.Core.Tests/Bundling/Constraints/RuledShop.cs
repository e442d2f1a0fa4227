using BundleFunctions.Bundling;
using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Core.Tests.Bundling.Constraints;

/// <summary>A small random catalogue in which every rule has something to refuse, and the rules.</summary>
internal static class RuledShop
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly ConstraintOptions Rules = new()
    {
        Fits = [new FitRule(), new FitRule { Attribute = "fitsPhone", Target = FitTarget.Product, HostCategory = "Phones" }],
        Classes =
        [
            new ClassRule { Value = "medicine", Policy = ClassPolicy.Alone },
            new ClassRule { Attribute = "minAge", Value = "18", Policy = ClassPolicy.SameOnly },
            new ClassRule { Value = "alcohol", Policy = ClassPolicy.NotWith, NotWithValues = ["child"] },
        ],
        ForbiddenCategories = [new CategoryPair("Drinks", "Toys"), new CategoryPair("Phones/Used", "Phones/Used")],
        CategoryLimits = [new CategoryLimit("Snacks", 1), new CategoryLimit("Accessories", 2)],
        Bans =
        [
            new BundleBan { Products = [Id(3)] },
            new BundleBan { Products = [Id(4), Id(5)], From = Now.AddDays(-1), To = Now.AddDays(1) },
            new BundleBan { Products = [Id(6)], From = Now.AddDays(1) },
            new BundleBan { Products = [Id(7)], To = Now },
        ],
    };

    private static readonly string[] Categories =
        ["Phones", "Phones/Used", "Phonesque", "Drinks/Wine", "Toys/Dolls", "Snacks/Nuts", "Accessories", "Accessories/Cases", "Books"];

    public static ProductId Id(int i) => Identifier.Parse<ProductId>($"p{i}");

    public static Product[] Products(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Make(i, count, random))];
    }

    public static BundleLine[] Draw(Product[] products, Random random)
    {
        var lines = new BundleLine[random.Next(2, 5)];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = new BundleLine(products[random.Next(products.Length)], random.Next(8) == 0 ? random.Next(2, 4) : 1);
        }

        return lines;
    }

    private static Product Make(int i, int count, Random random)
    {
        bool Seldom() => random.Next(20) == 0;
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var category = Categories[random.Next(Categories.Length)];
        if (category.StartsWith("Phones", StringComparison.Ordinal))
        {
            attributes["model"] = $"m{random.Next(3)}";
        }

        if (category.StartsWith("Accessories", StringComparison.Ordinal) && random.Next(2) == 0)
        {
            attributes["fits"] = random.Next(2) == 0 ? "m0" : "m0; m1";
        }

        if (Seldom())
        {
            attributes["fitsPhone"] = $"{Id(random.Next(count))}, {Id(random.Next(count))}";
        }

        if (Seldom())
        {
            attributes["legalClass"] = random.Next(3) == 0 ? "medicine" : "alcohol";
        }

        if (Seldom())
        {
            attributes["minAge"] = "18";
        }

        if (category.StartsWith("Toys", StringComparison.Ordinal))
        {
            attributes["audience"] = random.Next(2) == 0 ? "child" : "adult";
        }

        return new Product
        {
            ProductId = Id(i),
            Title = $"Product {i}",
            Price = 10,
            Currency = Seldom() ? "USD" : "EUR",
            Categories = Seldom() ? [category, "Snacks"] : [category],
            GroupId = random.Next(4) == 0 ? $"g{random.Next(10)}" : null,
            Stock = random.Next(3) == 0 ? random.Next(0, 4) : null,
            Attributes = attributes,
            Discontinued = Seldom(),
            AvailableFrom = Seldom() ? RuledShop.Now.AddDays(random.Next(-1, 2)) : null,
            AvailableTo = Seldom() ? RuledShop.Now.AddDays(random.Next(-1, 2)) : null,
            Requires = Seldom() ? [Id(random.Next(count))] : [],
            Excludes = Seldom() ? [Id(random.Next(count)), Id(random.Next(count))] : [],
        };
    }
}
