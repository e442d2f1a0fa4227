namespace BundleFunctions.Functions.Migration;

/// <summary>What the retired accelerator's POST held an array of; fields that play no part are passed over.</summary>
internal sealed record UsageEvent
{
    public string? ItemId { get; init; }
}
