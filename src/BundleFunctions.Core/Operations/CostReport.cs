namespace BundleFunctions.Operations;

/// <summary>What a shop costs.</summary>
public sealed record CostReport
{
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Request units of a thousand answers.</summary>
    public required double UnitsPerThousandAnswers { get; init; }

    /// <summary>A thousand answers.</summary>
    public required decimal ThousandAnswers { get; init; }

    /// <summary>Request units of publishing a generation.</summary>
    public required double UnitsPerRetrain { get; init; }

    /// <summary>The machine of one retrain.</summary>
    public required decimal Training { get; init; }

    /// <summary>Publishing what it gave.</summary>
    public required decimal Publishing { get; init; }

    /// <summary>Blobs and documents for a month.</summary>
    public required decimal StorageMonth { get; init; }

    /// <summary>All of it for a month.</summary>
    public required decimal Month { get; init; }

    /// <summary>One retrain with its publish.</summary>
    public decimal Retrain => Training + Publishing;
}
