namespace BundleFunctions.Shops;

/// <summary>Which web pages may call a shop's routes from a browser.</summary>
/// <remarks>What settings leave out is given as null: it becomes the default.</remarks>
public sealed record CorsOptions
{
    /// <summary>Origins such as <c>https://shop.example</c>, at most 50, or <c>*</c> alone for all; none by default.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init => field = value ?? []; } = [];

    /// <summary>Whether pages of an origin may call; origins are compared as browsers write them.</summary>
    public bool Allows(string origin)
    {
        for (var i = 0; i < AllowedOrigins.Count; i++)
        {
            if (string.Equals(AllowedOrigins[i], "*", StringComparison.Ordinal) || string.Equals(AllowedOrigins[i], origin, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first entry that cannot be used, in words; null where all are well.</summary>
    public string? Validate()
    {
        if (AllowedOrigins.Count > 50)
        {
            return $"cors.allowedOrigins has {AllowedOrigins.Count} entries; expected 50 or less.";
        }

        foreach (var origin in AllowedOrigins)
        {
            var isAny = string.Equals(origin, "*", StringComparison.Ordinal) && AllowedOrigins.Count == 1;
            if (!isAny && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri.Scheme is "https" or "http"
                && string.Equals(uri.GetLeftPart(UriPartial.Authority), origin, StringComparison.Ordinal)))
            {
                return $"cors.allowedOrigins has '{origin}'; expected an origin such as https://shop.example, or * alone.";
            }
        }

        return null;
    }
}
