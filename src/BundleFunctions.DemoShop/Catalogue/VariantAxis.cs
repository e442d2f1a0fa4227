namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>What the variants of one model differ in.</summary>
/// <param name="Attribute">The attribute's name in the catalogue.</param>
/// <param name="Choices">The attribute's values, with what each does to the price.</param>
internal sealed record VariantAxis(string Attribute, IReadOnlyList<VariantChoice> Choices)
{
    public static readonly VariantAxis None = new(string.Empty, []);

    public static readonly VariantAxis Colour = new("colour", [
        new("black", 1m), new("white", 1m), new("silver", 1m), new("navy", 1m), new("olive", 1m), new("red", 1m), new("sand", 1m)]);

    public static readonly VariantAxis Size = new("size", [new("S", 1m), new("M", 1m), new("L", 1m), new("XL", 1.08m)]);

    public static readonly VariantAxis Capacity = new("capacity", [new("64 GB", 1m), new("128 GB", 1.5m), new("256 GB", 2.4m), new("512 GB", 4.1m)]);

    public static readonly VariantAxis Pack = new("pack", [new("single", 1m), new("pack of 3", 2.6m), new("pack of 6", 4.7m)]);

    public static readonly VariantAxis Weight = new("weight", [new("250 g", 1m), new("500 g", 1.8m), new("1 kg", 3.3m)]);
}
