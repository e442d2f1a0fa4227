using System.Reflection;

namespace BundleFunctions.LocalHost.Discovery;

/// <summary>A function that answers HTTP requests.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="Trigger">The request parameter.</param>
/// <param name="Route">The route template below the route prefix.</param>
/// <param name="HttpMethods">The methods answered, upper case; none means all.</param>
public sealed record HttpFunction(
    string Name,
    MethodInfo Method,
    ParameterInfo Trigger,
    string Route,
    IReadOnlyList<string> HttpMethods) : FunctionDefinition(Name, Method, Trigger);
