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
    Products = 1 << 8,
    Prices = 1 << 9,
    Titles = 1 << 10,
    Rating = 1 << 11,
    RecommendationId = 1 << 12,
    Consent = 1 << 13,
    All = (1 << 14) - 1,
}
