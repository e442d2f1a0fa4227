using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Catalogue.Maps;

/// <summary>Where the attributes of a product stand; what is named outright wins.</summary>
public sealed record ImportAttributes
{
    /// <summary>Attribute to its place.</summary>
    public IReadOnlyDictionary<string, ImportSource> Named { get; init => field = value ?? Empties<string, ImportSource>.All; } = Empties<string, ImportSource>.All;

    /// <summary>Place of a JSON object whose properties are attributes.</summary>
    public string? All { get; init; }

    /// <summary>Whether fields of a CSV row from this column on are attributes, each written <c>name=value</c>; null where none are.</summary>
    public string? PairsFrom { get; init; }

    /// <summary>Our field to the attribute that holds it, where no column does; it is an attribute no more then.</summary>
    public IReadOnlyDictionary<ProductField, string> Fields { get; init => field = value ?? Empties<ProductField, string>.All; } = Empties<ProductField, string>.All;
}
