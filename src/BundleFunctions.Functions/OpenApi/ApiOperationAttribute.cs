namespace BundleFunctions.Functions.OpenApi;

/// <summary>Describes an HTTP function for the OpenAPI document; path and methods are its trigger's.</summary>
/// <param name="summary">What it does, in a few words.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiOperationAttribute(string summary) : Attribute
{
    /// <summary>What it does, in a few words.</summary>
    public string Summary { get; } = summary;

    /// <summary>Whose key it asks for.</summary>
    public ApiAudience Audience { get; init; } = ApiAudience.Read;

    /// <summary>A type whose fields may stand in the query string; null where there are none.</summary>
    public Type? Query { get; init; }

    /// <summary>Further fields of the query string, by name.</summary>
    public string[] Parameters { get; init; } = [];

    /// <summary>What the body holds; null where there is none.</summary>
    public Type? Body { get; init; }

    /// <summary>Media types of the body.</summary>
    public string[] BodyTypes { get; init; } = ["application/json"];

    /// <summary>The status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What success holds; null where it is no JSON, or none that has a type.</summary>
    public Type? Answer { get; init; }

    /// <summary>What else success may hold, such as the answer to a question that is checked only.</summary>
    public Type? OtherAnswer { get; init; }

    /// <summary>Its media type.</summary>
    public string AnswerType { get; init; } = "application/json";

    /// <summary>Whether the answer has an entity tag, and so 304 is one too.</summary>
    public bool HasETag { get; init; }

    /// <summary>Statuses of problems besides those that follow from key, parameters and body.</summary>
    public int[] Problems { get; init; } = [];
}
