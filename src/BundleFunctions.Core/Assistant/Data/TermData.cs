namespace BundleFunctions.Assistant.Data;

/// <summary>An entry of <c>terms.json</c>.</summary>
/// <param name="Kind">thing, theme, trait or occasion.</param>
/// <param name="Words">What shoppers say, in every language.</param>
/// <param name="Find">What to look for in catalogues; null for the words themselves, or, for occasions, for nothing.</param>
/// <param name="Id">An occasion's name in answers.</param>
internal sealed record TermData(string Kind, string[] Words, string[]? Find = null, string? Id = null);
