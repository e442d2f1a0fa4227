namespace BundleFunctions.Intake.Maps;

/// <summary>A map that can be used.</summary>
/// <param name="Map">The map.</param>
/// <param name="Hash">Names its text: a changed map makes new content of an old file.</param>
internal sealed record LoadedMap<TMap>(TMap Map, string Hash);
