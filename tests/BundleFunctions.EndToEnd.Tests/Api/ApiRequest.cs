namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>A request as it goes over the wire.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Escaped.</param>
/// <param name="Query">With its question mark, or empty.</param>
/// <param name="Headers">Names may stand twice.</param>
/// <param name="Body">Null where there is none.</param>
internal sealed record ApiRequest(
    string Method, string Path, string Query, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body = null);
