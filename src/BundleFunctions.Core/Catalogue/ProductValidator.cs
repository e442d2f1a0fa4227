using BundleFunctions.Intake;

namespace BundleFunctions.Catalogue;

/// <summary>Turns a draft into a product, or says what is wrong with it.</summary>
/// <param name="defaultCurrency">For products that name none.</param>
internal sealed class ProductValidator(string defaultCurrency)
{
    /// <summary>Checks every field; the first fault is the answer.</summary>
    public FieldFault? Validate(ProductDraft draft, out Product? valid)
    {
        FieldFault? fault = null;
        var found = new Product
        {
            ProductId = Required<ProductId>(draft, ProductField.ProductId, ref fault),
            Title = RequiredText(draft, ProductField.Title, IntakeLimits.TitleLength, ref fault),
            Description = Description(draft, ref fault),
            Categories = Texts(ProductFieldNames.Categories, draft.Categories, ref fault),
            Brand = Text(draft, ProductField.Brand, IntakeLimits.TitleLength, ref fault),
            Price = Price(draft, ref fault),
            Currency = FieldTexts.Currency(ProductFieldNames.Of(ProductField.Currency), draft[ProductField.Currency], ref fault) ?? defaultCurrency,
            Cost = FieldNumbers.Price(ProductFieldNames.Of(ProductField.Cost), draft[ProductField.Cost], ref fault),
            Stock = Stock(draft, ref fault),
            Attributes = Attributes(draft, ref fault),
            ImageUrl = ImageUrl(draft, ref fault),
            GroupId = Text(draft, ProductField.GroupId, IntakeLimits.GroupIdLength, ref fault),
            AvailableFrom = Time(draft, ProductField.AvailableFrom, ref fault),
            AvailableTo = Time(draft, ProductField.AvailableTo, ref fault),
            Discontinued = FieldTexts.Boolean(
                ProductFieldNames.Of(ProductField.Discontinued), draft[ProductField.Discontinued], ref fault) ?? false,
            Requires = Ids(ProductFieldNames.Requires, draft.Requires, ref fault),
            Excludes = Ids(ProductFieldNames.Excludes, draft.Excludes, ref fault),
        };
        if (found.AvailableTo <= found.AvailableFrom)
        {
            fault ??= new(
                ProductFieldNames.Of(ProductField.AvailableTo),
                RejectCodes.AvailabilityReversed,
                "Expected a time after availableFrom.",
                draft[ProductField.AvailableTo]);
        }

        valid = fault is null ? found : null;
        return fault;
    }

    private static T Required<T>(ProductDraft draft, ProductField field, ref FieldFault? fault)
        where T : struct, IIdentifier<T>
    {
        fault ??= draft[field] is null ? FieldTexts.Missing(ProductFieldNames.Of(field)) : null;
        return FieldTexts.Id<T>(ProductFieldNames.Of(field), draft[field], ref fault) ?? default;
    }

    private static string RequiredText(ProductDraft draft, ProductField field, int maxLength, ref FieldFault? fault)
    {
        var text = Text(draft, field, maxLength, ref fault);
        fault ??= text is null ? FieldTexts.Missing(ProductFieldNames.Of(field)) : null;
        return text ?? string.Empty;
    }

    private static string? Text(ProductDraft draft, ProductField field, int maxLength, ref FieldFault? fault) =>
        FieldTexts.Text(ProductFieldNames.Of(field), draft[field], maxLength, personal: false, ref fault);

    // Descriptions have several lines; they are kept as one.
    private static string? Description(ProductDraft draft, ref FieldFault? fault) => FieldTexts.Text(
        ProductFieldNames.Of(ProductField.Description),
        draft[ProductField.Description]?.ReplaceLineEndings(" ").Replace('\t', ' '),
        IntakeLimits.DescriptionLength,
        personal: false,
        ref fault);

    private static decimal Price(ProductDraft draft, ref FieldFault? fault)
    {
        var name = ProductFieldNames.Of(ProductField.Price);
        var text = draft[ProductField.Price];
        fault ??= text is null ? FieldTexts.Missing(name) : null;
        var price = FieldNumbers.Price(name, text, ref fault) ?? 0;
        fault ??= price == 0 ? new(name, RejectCodes.PriceOutOfRange, "Expected a price above 0.", text) : null;
        return price;
    }

    private static int? Stock(ProductDraft draft, ref FieldFault? fault)
    {
        var text = draft[ProductField.Stock];
        if (text is null)
        {
            return null;
        }

        if (!FieldNumbers.TryParse(text, out var stock) || stock != decimal.Truncate(stock) || stock is < 0 or > int.MaxValue)
        {
            fault ??= new(ProductFieldNames.Of(ProductField.Stock), RejectCodes.StockOutOfRange, "Expected a whole number of 0 or more.", text);
            return null;
        }

        return (int)stock;
    }

    private static SortedDictionary<string, string> Attributes(ProductDraft draft, ref FieldFault? fault)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        TooMany(ProductFieldNames.Attributes, draft.Attributes.Count, ref fault);
        foreach (var (key, value) in draft.Attributes)
        {
            var field = $"{ProductFieldNames.Attributes}.{key}";
            var name = FieldTexts.Text(field, key, IntakeLimits.ChannelLength, personal: false, ref fault);
            if (name is not null && FieldTexts.Text(field, value, IntakeLimits.TitleLength, personal: false, ref fault) is { } text)
            {
                attributes[name] = text;
            }
        }

        return attributes;
    }

    private static string? ImageUrl(ProductDraft draft, ref FieldFault? fault)
    {
        var url = Text(draft, ProductField.ImageUrl, IntakeLimits.UserAgentLength, ref fault);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
        {
            fault ??= new(ProductFieldNames.Of(ProductField.ImageUrl), RejectCodes.UrlInvalid, "Expected an absolute http or https URL.", url);
        }

        return url;
    }

    private static DateTimeOffset? Time(ProductDraft draft, ProductField field, ref FieldFault? fault)
    {
        var text = draft[field];
        if (text is null)
        {
            return null;
        }

        if (!Rfc3339.TryParse(text, out var time))
        {
            fault ??= new(
                ProductFieldNames.Of(field), RejectCodes.TimeInvalid, "Expected an RFC 3339 time with its offset, such as 2026-03-01T09:30:00Z.", text);
        }

        return time;
    }

    private static List<string> Texts(string name, List<string> values, ref FieldFault? fault)
    {
        TooMany(name, values.Count, ref fault);
        var texts = new List<string>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (FieldTexts.Text($"{name}[{i}]", values[i], IntakeLimits.TitleLength, personal: false, ref fault) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    private static List<ProductId> Ids(string name, List<string> values, ref FieldFault? fault)
    {
        TooMany(name, values.Count, ref fault);
        var ids = new List<ProductId>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            ids.Add(FieldTexts.Id<ProductId>($"{name}[{i}]", values[i], ref fault) ?? default);
        }

        return ids;
    }

    private static void TooMany(string name, int count, ref FieldFault? fault) =>
        fault ??= count > IntakeLimits.ValuesPerProduct
            ? new(name, RejectCodes.TooManyValues, $"Expected at most {IntakeLimits.ValuesPerProduct} values; found {count}.")
            : null;
}
