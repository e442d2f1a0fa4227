namespace BundleFunctions.Operations;

/// <summary>What Azure asks for, from a file that its owner keeps up to date: prices differ by region, contract and day.</summary>
public sealed record PriceTable
{
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>When the prices were looked up, and for which region.</summary>
    public required string AsOf { get; init; }

    /// <summary>A million request units of serverless Cosmos DB.</summary>
    public required decimal RequestUnitsPerMillion { get; init; }

    /// <summary>A gigabyte of documents for a month.</summary>
    public required decimal DocumentGigabyteMonth { get; init; }

    /// <summary>A gigabyte of blobs for a month, hot tier.</summary>
    public required decimal BlobGigabyteMonth { get; init; }

    /// <summary>A gigabyte-second of a function instance at work.</summary>
    public required decimal FunctionGigabyteSecond { get; init; }

    /// <summary>A million function calls.</summary>
    public required decimal FunctionCallsPerMillion { get; init; }

    /// <summary>An hour of the training job on processors.</summary>
    public required decimal CpuJobHour { get; init; }

    /// <summary>An hour of the training job on a GPU.</summary>
    public required decimal GpuJobHour { get; init; }

    /// <summary>The first price that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Currency.Length != 3 ? $"currency is '{Currency}'; expected three letters."
        : new[] { RequestUnitsPerMillion, DocumentGigabyteMonth, BlobGigabyteMonth, FunctionGigabyteSecond, FunctionCallsPerMillion, CpuJobHour, GpuJobHour }
            .Any(price => price < 0) ? "a price is below zero." : null;
}
