namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>One value of a variant's attribute.</summary>
/// <param name="Value">Shown in the title and the attributes.</param>
/// <param name="PriceFactor">Multiplies the model's price.</param>
internal sealed record VariantChoice(string Value, decimal PriceFactor)
{
    /// <summary>The value as a part of a product id: lower case, blanks as hyphens.</summary>
    public string Slug => Value.ToLowerInvariant().Replace(' ', '-');
}
