namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the parameter that carries the content of the blob that started a function.</summary>
/// <param name="blobPath">Container and blob name, with parameters in braces, such as <c>events/{name}</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>The path pattern as written.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The name of the setting that holds the storage account's connection.</summary>
    public string? Connection { get; set; }

    /// <summary>How changes are noticed on the platform.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}
