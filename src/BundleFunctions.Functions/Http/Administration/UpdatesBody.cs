using System.Text.Json;

namespace BundleFunctions.Functions.Http.Administration;

/// <summary>The body that updates stock and prices.</summary>
internal sealed record UpdatesBody
{
    public IReadOnlyList<JsonElement>? Updates { get; init; }

    public bool? ValidateOnly { get; init; }
}
