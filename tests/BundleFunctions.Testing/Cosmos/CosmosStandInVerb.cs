namespace BundleFunctions.Testing;

/// <summary>What a request asks of an item.</summary>
internal enum CosmosStandInVerb
{
    Read,
    Create,
    Upsert,
    Replace,
    Delete,
}
