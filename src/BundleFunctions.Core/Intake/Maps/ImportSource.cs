using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>Where a value stands in a record: a column of CSV, a path in JSON. As JSON: one place; a list, of which the first that has
/// something counts; or <c>{"join": [...]}</c>, whose values are put together with hyphens and are there only where all are.</summary>
/// <param name="Places">One or more.</param>
/// <param name="IsJoined">Whether all of them make the value, and not the first that is there.</param>
[JsonConverter(typeof(ImportSourceConverter))]
public sealed record ImportSource(IReadOnlyList<string> Places, bool IsJoined = false)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(IsJoined ? " + " : " or ", Places);
}
