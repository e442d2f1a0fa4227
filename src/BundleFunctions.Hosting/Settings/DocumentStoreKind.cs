namespace BundleFunctions.Hosting.Settings;

/// <summary>Where documents lie.</summary>
public enum DocumentStoreKind
{
    /// <summary>A SQLite file of this machine.</summary>
    Sqlite,

    /// <summary>Azure Cosmos DB.</summary>
    Cosmos,
}
