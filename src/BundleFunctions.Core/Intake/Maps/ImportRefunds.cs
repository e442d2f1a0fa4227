namespace BundleFunctions.Intake.Maps;

/// <summary>Records that are refunds or cancellations.</summary>
public sealed record ImportRefunds : ImportCondition
{
    /// <summary>How their quantities are written; they are made positive.</summary>
    public RefundSign Quantities { get; init; }
}
