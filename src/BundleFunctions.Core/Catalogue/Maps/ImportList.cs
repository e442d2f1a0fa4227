namespace BundleFunctions.Catalogue.Maps;

/// <summary>Where the values of a list stand.</summary>
public sealed record ImportList
{
    /// <summary>Places whose values are put together: arrays in JSON, columns in CSV.</summary>
    public IReadOnlyList<string> From { get; init => field = value ?? []; } = [];

    /// <summary>What stands between several values in one text; null where a text is one value.</summary>
    public string? Split { get; init; }

    /// <summary>Whether the places are the levels of one path, the widest first.</summary>
    public bool IsPath { get; init; }

    /// <summary>What stands between the levels of a path; ours have a slash.</summary>
    public string? Levels { get; init; }
}
