namespace BundleFunctions.Functions.Http;

/// <summary>Route values as they were meant.</summary>
internal static class RouteText
{
    /// <summary>Reads an id. Hosts decode everything of a path but an encoded slash, which would end its segment.</summary>
    public static bool TryReadProduct(string text, out ProductId product) =>
        ProductId.TryParse(Decode(text), out product);

    /// <summary>A route value as it was meant.</summary>
    public static string Decode(string text) => text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
