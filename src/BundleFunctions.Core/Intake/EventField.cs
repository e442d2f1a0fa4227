namespace BundleFunctions.Intake;

/// <summary>The fields of an event in our own schema that hold one text, number or truth value.</summary>
public enum EventField
{
    EventId,
    Type,
    OccurredAt,
    VisitorId,
    UserId,
    SessionId,
    OrderId,
    Currency,
    Query,
    Rating,
    Channel,
    UserAgent,
    RecommendationId,
    BundleId,
    ConsentPersonalization,
    ConsentAnalytics,
    ProductId,
    Quantity,
    UnitPrice,
    Discount,
    Title,
}
