namespace BundleFunctions.Intake.Maps;

/// <summary>Refuses, or leaves out, the records that fit.</summary>
public sealed record ImportRefusal : ImportCondition
{
    /// <summary>Stable code in snake_case.</summary>
    public required string Code { get; init; }

    public required string Reason { get; init; }
}
