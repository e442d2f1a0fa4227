namespace BundleFunctions.Functions.OpenApi;

/// <summary>Whose key a route asks for.</summary>
public enum ApiAudience
{
    /// <summary>A read key, or an admin key.</summary>
    Read,

    /// <summary>An admin key.</summary>
    Admin,

    /// <summary>None.</summary>
    Everybody,
}
