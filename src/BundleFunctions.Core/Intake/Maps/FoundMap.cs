namespace BundleFunctions.Intake.Maps;

/// <summary>What was found under a map's name.</summary>
/// <param name="Map">The map; null where there is none that can be used.</param>
/// <param name="Fault">Why not.</param>
/// <param name="Hash">Names what was looked at: a mended map is looked at again.</param>
internal sealed record FoundMap<TMap>(LoadedMap<TMap>? Map, FieldFault? Fault, string? Hash);
