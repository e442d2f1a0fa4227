namespace BundleFunctions.Associations;

/// <summary>Names of the files of a model folder.</summary>
public static class ModelFiles
{
    /// <summary>One <see cref="ProductAssociations"/> a line, products in ordinal order, gzip.</summary>
    public const string Associations = "associations.ndjson.gz";

    /// <summary><see cref="ModelMetrics"/>.</summary>
    public const string Metrics = "metrics.json";

    /// <summary><see cref="Pricing.ElasticityTable"/>; only where purchases had prices.</summary>
    public const string Elasticities = "elasticities.json";

    /// <summary><see cref="ModelManifest"/>, written last.</summary>
    public const string Manifest = "manifest.json";
}
