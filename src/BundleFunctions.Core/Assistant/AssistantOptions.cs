namespace BundleFunctions.Assistant;

/// <summary>How the shop assistant works in this deployment.</summary>
public sealed class AssistantOptions
{
    public const string SectionName = "Assistant";

    /// <summary>Shops whose catalogues are indexed in memory at once, 1..1000; the one that was asked longest ago goes first.</summary>
    public int MaxIndexes { get; set; } = 16;

    /// <summary>Products of one catalogue that are indexed, 1..5,000,000, by their ids in ordinal order; the assistant finds no others by words.</summary>
    public int MaxProducts { get; set; } = 500_000;

    /// <summary>Address of an OpenAI-compatible chat completion that words answers, such as <c>https://host/v1/chat/completions</c>; null for the
    /// rules' own words.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key that is sent as a bearer token; null where none is asked for.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's name there.</summary>
    public string Model { get; set; } = "default";

    /// <summary>How long the wording may take before the rules' own words go out, 10 ms to half a minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Answers that are worded at once in one process, 1..1000; those above it get the rules' own words without waiting.</summary>
    public int MaxConcurrent { get; set; } = 8;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxIndexes is < 1 or > 1000 ? $"maxIndexes is {MaxIndexes}; expected 1..1000."
        : MaxProducts is < 1 or > 5_000_000 ? $"maxProducts is {MaxProducts}; expected 1..5000000."
        : Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")) ? $"endpoint is {endpoint}; expected http or https."
        : string.IsNullOrWhiteSpace(Model) ? "model is empty."
        : Timeout < TimeSpan.FromMilliseconds(10) || Timeout > TimeSpan.FromSeconds(30) ? $"timeout is {Timeout}; expected 10 ms to half a minute."
        : MaxConcurrent is < 1 or > 1000 ? $"maxConcurrent is {MaxConcurrent}; expected 1..1000."
        : null;
}
