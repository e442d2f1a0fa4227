namespace BundleFunctions.DemoShop.Tests;

/// <summary>One line of an event file.</summary>
public sealed record LoggedEvent(
    string EventId,
    string Type,
    DateTimeOffset OccurredAt,
    string Visitor,
    string? User,
    string? Session,
    string? Order,
    string UserAgent,
    bool HasConsent,
    IReadOnlyList<LoggedItem> Items)
{
    /// <summary>Its distinct products.</summary>
    public string[] Products => [.. Items.Select(item => item.ProductId).Distinct()];
}
