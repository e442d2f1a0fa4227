using BundleFunctions.Training.Models;

namespace BundleFunctions.DeepModels.Text;

/// <summary>Everything that the catalogue tells of an item in words, as one text; what says most stands first, since models read so far as they can.</summary>
internal static class ItemText
{
    public static string Of(ItemContent item) => string.Join(
        ' ',
        [
            item.Title,
            .. item.Categories,
            item.Brand,
            .. item.Attributes.Select(attribute => $"{attribute.Key} {attribute.Value}"),
            item.Description,
        ]);
}
