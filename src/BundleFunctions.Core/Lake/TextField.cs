namespace BundleFunctions.Lake;

/// <summary>The fields of an event that are kept as codes, because their texts come again and again.</summary>
internal enum TextField
{
    Visitor,
    User,
    Session,
    Order,
    Currency,
    Query,
    Channel,
    BundleId,
    Robot,
}
