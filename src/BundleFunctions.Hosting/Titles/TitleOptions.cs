namespace BundleFunctions.Hosting.Titles;

/// <summary>Where titles are written, if not by rules.</summary>
public sealed class TitleOptions
{
    public const string SectionName = "Titles";

    /// <summary>Address of an OpenAI-compatible chat completion, such as <c>https://host/v1/chat/completions</c>; null for rules alone.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key that is sent as a bearer token; null where none is asked for.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's name there.</summary>
    public string Model { get; set; } = "default";

    /// <summary>How long a title may take before the rules give it, 10 ms to a minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")) ? $"endpoint is {endpoint}; expected http or https."
        : string.IsNullOrWhiteSpace(Model) ? "model is empty."
        : Timeout < TimeSpan.FromMilliseconds(10) || Timeout > TimeSpan.FromMinutes(1) ? $"timeout is {Timeout}; expected 10 ms to a minute."
        : null;
}
