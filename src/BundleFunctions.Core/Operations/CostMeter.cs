namespace BundleFunctions.Operations;

/// <summary>Prices what a shop uses.</summary>
public static class CostMeter
{
    private const double Million = 1e6;
    private const double Gigabyte = 1e9;

    /// <summary>Request units of a point read: 1 at 1 KB, 10 at 100 KB, a straight line between and beyond.</summary>
    /// <param name="bytes">Size of the document. Source: Azure Cosmos DB, "Request units": 1 RU for 1 KB, 10 RU for 100 KB.</param>
    public static double ReadUnits(double bytes) => 1 + (9 * Math.Max(0, (bytes / 1000) - 1) / 99);

    /// <summary>Request units of an upsert into a container without an index: about 5 for each started kilobyte.</summary>
    /// <param name="bytes">Size of the document. Source: the same page's 5.3 RU for a 1 KB item, of which the index of its properties is a part.</param>
    public static double WriteUnits(double bytes) => 5 * Math.Max(1, Math.Ceiling(bytes / 1000));

    /// <summary>What a thousand answers, a retrain and a month cost.</summary>
    public static CostReport Measure(ShopUsage usage, PriceTable prices)
    {
        var readUnits = (1 - usage.CacheShare) * ReadUnits(usage.DocumentBytes);
        var answer = (readUnits * (double)prices.RequestUnitsPerMillion / Million)
            + (usage.AnswerMilliseconds / 1000 * usage.InstanceGigabytes * (double)prices.FunctionGigabyteSecond)
            + ((double)prices.FunctionCallsPerMillion / Million);
        var hours = usage.TrainingSeconds / 3600;
        var train = hours * (double)(usage.Gpu ? prices.GpuJobHour : prices.CpuJobHour);
        var publishUnits = usage.Documents * WriteUnits(usage.DocumentBytes);
        var publish = publishUnits * (double)prices.RequestUnitsPerMillion / Million;
        var storage = (usage.BlobBytes / Gigabyte * (double)prices.BlobGigabyteMonth)
            + (usage.Documents * usage.DocumentBytes * usage.GenerationsKept / Gigabyte * (double)prices.DocumentGigabyteMonth);
        return new CostReport
        {
            Currency = prices.Currency,
            UnitsPerThousandAnswers = readUnits * 1000,
            ThousandAnswers = (decimal)(answer * 1000),
            UnitsPerRetrain = publishUnits,
            Training = (decimal)train,
            Publishing = (decimal)publish,
            StorageMonth = (decimal)storage,
            Month = (decimal)((answer * usage.AnswersPerMonth) + ((train + publish) * usage.RetrainsPerMonth) + storage),
        };
    }
}
