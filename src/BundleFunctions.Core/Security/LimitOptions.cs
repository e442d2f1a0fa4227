namespace BundleFunctions.Security;

/// <summary>How fast callers may ask, in each process.</summary>
public sealed record LimitOptions
{
    public const string SectionName = "Limits";

    /// <summary>Requests of one read key that are let through per second in the long run; 0 for no limit.</summary>
    public int ReadPerSecond { get; init; } = 2000;

    /// <summary>Requests of one read key that are let through at once; 1 or more.</summary>
    public int ReadBurst { get; init; } = 4000;

    /// <summary>The same of one admin key.</summary>
    public int AdminPerSecond { get; init; } = 50;

    /// <summary>The same of one admin key.</summary>
    public int AdminBurst { get; init; } = 500;

    /// <summary>Refused keys of one address that are answered one by one, per minute; 0 for no limit. Above, the address is told to wait.</summary>
    public int FailuresPerMinute { get; init; } = 60;

    /// <summary>The header in which the platform in front names the caller's address, such as <c>X-Forwarded-For</c> (its last entry counts);
    /// null where callers connect by themselves.</summary>
    public string? AddressHeader { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        ReadPerSecond is < 0 or > 1_000_000 ? $"Limits:ReadPerSecond is {ReadPerSecond}; expected 0..1000000."
        : ReadBurst is < 1 or > 1_000_000 ? $"Limits:ReadBurst is {ReadBurst}; expected 1..1000000."
        : AdminPerSecond is < 0 or > 1_000_000 ? $"Limits:AdminPerSecond is {AdminPerSecond}; expected 0..1000000."
        : AdminBurst is < 1 or > 1_000_000 ? $"Limits:AdminBurst is {AdminBurst}; expected 1..1000000."
        : FailuresPerMinute is < 0 or > 1_000_000 ? $"Limits:FailuresPerMinute is {FailuresPerMinute}; expected 0..1000000."
        : null;
}
