namespace BundleFunctions.Publishing;

/// <summary>Written last into a generation's folder: a folder with a manifest is whole, and never changes.</summary>
public sealed record GenerationManifest
{
    /// <summary>The version of the snapshot and of the documents that the code reads and writes.</summary>
    public const int CurrentFormatVersion = 1;

    public required int FormatVersion { get; init; }

    public required ShopId Shop { get; init; }

    public required GenerationId Generation { get; init; }

    /// <summary>What kind of model, such as <c>co-occurrence</c>.</summary>
    public required string Model { get; init; }

    public required ModelId ModelId { get; init; }

    public required DateTimeOffset ModelTrainedAt { get; init; }

    /// <summary>How the order of an answer's bundles was learned; null where the published order counts.</summary>
    public string? Order { get; init; }

    /// <summary>The catalogue snapshot that gave prices and stock.</summary>
    public required string Catalogue { get; init; }

    /// <summary>Products with bundles of their own.</summary>
    public required int Products { get; init; }

    /// <summary>Bundles of all products, without the home list.</summary>
    public required int Bundles { get; init; }

    public required int HomeBundles { get; init; }

    /// <summary>Bundles by the code of their price, those that are not sold among them.</summary>
    public required SortedDictionary<string, int> Prices { get; init; }

    /// <summary>Of the snapshot file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Persons with bundles of their own; 0 where the model ranks products for nobody.</summary>
    public int Users { get; init; }

    /// <summary>Of the file of persons' bundles, lower-case hexadecimal; null where there is none.</summary>
    public string? UsersSha256 { get; init; }

    /// <summary>Documents that this generation has: one for each product, the home list, and one for each person.</summary>
    public int Documents => Products + 1 + Users;
}
