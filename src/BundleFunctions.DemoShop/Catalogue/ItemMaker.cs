using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>Makes the models of one type and the products of each model.</summary>
internal sealed class ItemMaker(ProductType type, Department department, DemoShopOptions options, SeededRandom random)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>What the variants of a model share.</summary>
    internal sealed record Model(
        int Number,
        string Name,
        string Brand,
        string Praise,
        decimal BasePrice,
        Lifecycle Lifecycle,
        Promotion Promotion);

    public Model DrawModel(int number, bool canLeave)
    {
        var name = ModelNames.Draw(_names, random);
        var brand = department.Brands[random.NextInt32(department.Brands.Count)];
        var praise = department.Praise[random.NextInt32(department.Praise.Count)];
        var price = PriceModel.DrawBase(type, random);
        var lifecycle = Lifecycle.Draw(options, random);
        return new Model(number, name, brand, praise, price, canLeave ? lifecycle : Lifecycle.Staple, DrawPromotion());
    }

    /// <summary>How many products a model has: mostly one, else two or three variants.</summary>
    public int DrawVariantCount()
        => type.Axis.Choices.Count > 1 && random.NextBool(0.3) ? random.NextInt32(2, Math.Min(3, type.Axis.Choices.Count)) : 1;

    public ShopItem Make(Model model, VariantAxis axis, int variant, int index, int departmentIndex, int substituteGroup)
    {
        var choice = axis.Choices.Count > 0 ? axis.Choices[variant] : null;
        var modelId = string.Create(CultureInfo.InvariantCulture, $"{type.Slug}-{_names.Count}");
        var title = $"{model.Brand} {model.Name} {type.Name}";
        var price = PriceModel.WithEnding(model.BasePrice * (choice?.PriceFactor ?? 1m));
        var product = new Product
        {
            ProductId = Identifier.Parse<ProductId>(choice is null ? modelId : $"{modelId}-{choice.Slug}"),
            Title = choice is null ? title : $"{title}, {choice.Value}",
            Description = $"{type.Name} by {model.Brand}. {model.Praise}",
            Categories = [$"{department.Name}/{type.Path}"],
            Brand = model.Brand,
            Price = price,
            Currency = "EUR",
            Cost = PriceModel.DrawCost(type, price, random),
            Stock = DrawStock(),
            Attributes = Attributes(model, axis, choice),
            ImageUrl = $"https://demo-shop.example/images/{modelId}.webp",
            GroupId = choice is null ? null : modelId,
            AvailableFrom = model.Lifecycle.AvailableFrom,
            AvailableTo = model.Lifecycle.AvailableTo,
            Discontinued = model.Lifecycle.Discontinued,
        };
        return new ShopItem
        {
            Index = index,
            Product = product,
            Type = type,
            Department = departmentIndex,
            Model = model.Number,
            SubstituteGroup = substituteGroup,
            Window = model.Lifecycle.Window,
            Promotion = model.Promotion,
        };
    }

    private static SortedDictionary<string, string> Attributes(Model model, VariantAxis axis, VariantChoice? choice)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["series"] = model.Name };
        if (choice is not null)
        {
            attributes[axis.Attribute] = choice.Value;
        }

        return attributes;
    }

    private Promotion DrawPromotion()
    {
        var firstDay = random.NextInt32(options.Days);
        return random.NextBool(0.12) ? new Promotion(firstDay, 5 * random.NextInt32(2, 4)) : default;
    }

    /// <summary>Pieces in stock: 6 % have none, 10 % fewer than five, the rest around sixty.</summary>
    private int DrawStock() => random.NextDouble() switch
    {
        < 0.06 => 0,
        < 0.16 => random.NextInt32(1, 4),
        _ => 5 + (int)random.NextExponential(60),
    };
}
