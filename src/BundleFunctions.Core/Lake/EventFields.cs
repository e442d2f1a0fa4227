namespace BundleFunctions.Lake;

/// <summary>Fields of an event to be read; those that are left out are absent. Id, type and time are always read.</summary>
[Flags]
internal enum EventFields
{
    None = 0,
    Visitor = 1 << TextField.Visitor,
    User = 1 << TextField.User,
    Session = 1 << TextField.Session,
    Order = 1 << TextField.Order,
    Currency = 1 << TextField.Currency,
    Query = 1 << TextField.Query,
    Channel = 1 << TextField.Channel,
    BundleId = 1 << TextField.BundleId,
    Robot = 1 << TextField.Robot,
    Products = 1 << 9,
    Prices = 1 << 10,
    Titles = 1 << 11,
    Rating = 1 << 12,
    RecommendationId = 1 << 13,
    Consent = 1 << 14,
    All = (1 << 15) - 1,
}
