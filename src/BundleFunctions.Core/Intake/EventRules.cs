using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Intake;

/// <summary>By which rules a shop's file is read.</summary>
/// <param name="Map">The import map; null for our own schema.</param>
/// <param name="Name">Names the rules: a new version of them makes new content of an old file.</param>
/// <param name="Fault">Why no file can be read by them; null where files can.</param>
internal sealed record EventRules(ImportMap? Map, string Name, FieldFault? Fault = null);
