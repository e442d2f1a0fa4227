namespace BundleFunctions.Identity;

/// <summary>How a shop's events are put together: <c>identity</c> in its settings. Worked out whenever they are read and never written, so that a
/// change holds from the next training on.</summary>
public sealed record IdentityOptions
{
    /// <summary>Whether what was done on a device before its only user signed in is that user's. A device with several users is nobody's.</summary>
    public bool StitchVisitors { get; init; } = true;

    /// <summary>Whether events without a session are cut into sessions by pauses.</summary>
    public bool CutSessions { get; init; } = true;

    /// <summary>Whether, in a shop that sends no order id at all, purchases of one buyer without a pause between them are one order.</summary>
    public bool JoinPurchases { get; init; } = true;

    /// <summary>A pause, in minutes, 1..1440.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() => IdleMinutes is < 1 or > 1440 ? $"identity.idleMinutes is {IdleMinutes}; expected 1..1440." : null;
}
