namespace BundleFunctions.Associations;

/// <summary>Written last into a model folder: a folder with a manifest is whole, and never changes.</summary>
public sealed record ModelManifest
{
    /// <summary>The version of this format that the code reads and writes.</summary>
    public const int CurrentFormatVersion = 1;

    public required int FormatVersion { get; init; }

    public required ShopId Shop { get; init; }

    /// <summary>Hash of the files, the catalogue snapshot and the options: equal inputs give an equal id.</summary>
    public required ModelId ModelId { get; init; }

    /// <summary>What kind of model serves, such as <c>co-occurrence</c>.</summary>
    public required string Model { get; init; }

    /// <summary>When the training started: orders the models of a shop in time.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>The newest event that was learned from.</summary>
    public DateTimeOffset? DataThrough { get; init; }

    /// <summary>The catalogue snapshot that the model was trained with, as <c>container/path</c>; null where there is none.</summary>
    public string? CatalogueSnapshot { get; init; }

    /// <summary>Orders that were counted.</summary>
    public required int TotalOrders { get; init; }

    /// <summary>Products that were ordered.</summary>
    public required int Products { get; init; }

    /// <summary>Named figures of the evaluation, such as <c>hitRate@10</c> and <c>popularity.hitRate@10</c>.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Why the model may serve; null where nothing judged it.</summary>
    public GateRecord? Gate { get; init; }

    /// <summary>How the order of an answer's bundles was learned, such as <c>linear</c>; null where the published order counts.</summary>
    public string? Order { get; init; }

    /// <summary>Why that order counts; null where nothing judged it.</summary>
    public GateRecord? OrderGate { get; init; }

    /// <summary>The training options in one line of text.</summary>
    public string Options { get; init; } = string.Empty;

    /// <summary>The folder's other files.</summary>
    public required IReadOnlyList<ModelFile> Files { get; init; }
}
