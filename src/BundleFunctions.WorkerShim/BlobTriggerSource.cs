namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the platform notices that a blob has changed.</summary>
public enum BlobTriggerSource
{
    /// <summary>By reading storage logs and scanning the container.</summary>
    LogsAndContainerScan,

    /// <summary>By Event Grid's notifications.</summary>
    EventGrid,
}
