namespace BundleFunctions.Intake;

/// <summary>One item of an event as it was found: texts, nothing checked.</summary>
internal readonly record struct ItemDraft(string? ProductId, string? Quantity, string? UnitPrice, string? Discount, string? Title);
