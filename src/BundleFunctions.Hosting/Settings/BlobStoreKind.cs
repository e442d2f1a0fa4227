namespace BundleFunctions.Hosting.Settings;

/// <summary>Where blobs lie.</summary>
public enum BlobStoreKind
{
    /// <summary>A folder of this machine.</summary>
    Folder,

    /// <summary>Azure Blob Storage or Azurite.</summary>
    Azure,
}
