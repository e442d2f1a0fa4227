namespace BundleFunctions.Intake.Maps;

/// <summary>Times without an offset.</summary>
/// <param name="Formats">.NET custom formats, tried in order.</param>
/// <param name="Zone">IANA time zone of the times.</param>
public sealed record ImportTime(IReadOnlyList<string> Formats, string Zone);
