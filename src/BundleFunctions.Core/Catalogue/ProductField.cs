namespace BundleFunctions.Catalogue;

/// <summary>The fields of a product that hold one text, number or truth value.</summary>
public enum ProductField
{
    ProductId,
    Title,
    Description,
    Brand,
    Price,
    Currency,
    Cost,
    Stock,
    ImageUrl,
    GroupId,
    AvailableFrom,
    AvailableTo,
    Discontinued,
}
