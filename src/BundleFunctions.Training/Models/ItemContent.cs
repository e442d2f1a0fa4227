namespace BundleFunctions.Training.Models;

/// <summary>What the catalogue says of an item, as far as models read it.</summary>
/// <param name="Title">Its name; empty where the catalogue does not know the item.</param>
/// <param name="Description">A longer text; may be empty.</param>
/// <param name="Categories">Category paths, levels parted by <c>/</c> or <c>&gt;</c>; may be empty.</param>
/// <param name="Brand">Its brand; may be empty.</param>
/// <param name="Attributes">Named attributes, in ordinal order of their names.</param>
/// <param name="Price">Its price in the shop's currency; null where it is not known.</param>
public sealed record ItemContent(
    string Title,
    string Description,
    IReadOnlyList<string> Categories,
    string Brand,
    IReadOnlyList<KeyValuePair<string, string>> Attributes,
    double? Price)
{
    /// <summary>An item that the catalogue does not know.</summary>
    public static ItemContent Unknown { get; } = new(string.Empty, string.Empty, [], string.Empty, [], null);

    /// <summary>An item of which only title and categories are known.</summary>
    public static ItemContent Of(string title, params IReadOnlyList<string> categories) =>
        new(title, string.Empty, categories, string.Empty, [], null);
}
