namespace BundleFunctions.Sessions;

/// <summary>How live sessions are kept.</summary>
public sealed record SessionOptions
{
    public const string SectionName = "Sessions";

    /// <summary>Whether sessions are kept at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When a session is forgotten, from its last event; 1 minute..1 day.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Newest items that are kept, 1..200.</summary>
    public int MaxItems { get; init; } = 50;

    /// <summary>Visitors, users and sessions that one post may touch, 1..10,000: what goes beyond is a backfill, not a visit.</summary>
    public int MaxActors { get; init; } = 64;

    /// <summary>Time that a post spends on sessions at most; above 0.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        TimeToLive < TimeSpan.FromMinutes(1) || TimeToLive > TimeSpan.FromDays(1) ? $"Sessions:TimeToLive is {TimeToLive}; expected 1 minute..1 day."
        : MaxItems is < 1 or > 200 ? $"Sessions:MaxItems is {MaxItems}; expected 1..200."
        : MaxActors is < 1 or > 10_000 ? $"Sessions:MaxActors is {MaxActors}; expected 1..10000."
        : Deadline <= TimeSpan.Zero ? $"Sessions:Deadline is {Deadline}; expected more than 0."
        : null;
}
