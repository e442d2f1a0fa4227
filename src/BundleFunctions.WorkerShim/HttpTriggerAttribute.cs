namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the request parameter of a function that answers HTTP.</summary>
/// <param name="authLevel">The platform key a request must carry.</param>
/// <param name="methods">The HTTP methods answered; none named means all.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>The platform key a request must carry.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>The HTTP methods answered; null or none means all.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>The route template below the route prefix, in ASP.NET Core's syntax; the function's name where absent.</summary>
    public string? Route { get; set; }
}
