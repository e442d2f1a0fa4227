namespace BundleFunctions.Intake.Maps;

/// <summary>How times are written.</summary>
/// <param name="Formats">Tried in order: <c>iso</c> (RFC 3339, the offset may be missing), <c>unix-seconds</c>, <c>unix-milliseconds</c>,
/// <c>unix-microseconds</c>, or .NET custom formats.</param>
/// <param name="Zone">IANA time zone of times that are written without an offset.</param>
public sealed record ImportTime(IReadOnlyList<string> Formats, string Zone = "UTC");
