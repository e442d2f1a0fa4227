using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.OpenApi;

/// <summary>One method of one route.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Method">Lower case.</param>
/// <param name="Path">From the root, parameters in braces.</param>
/// <param name="Operation">What it takes and gives.</param>
internal sealed partial record ApiRoute(string Name, string Method, string Path, ApiOperationAttribute Operation)
{
    /// <summary>The routePrefix of host.json.</summary>
    public const string Prefix = "/api/";

    /// <summary>Names of the path's parameters, in their order.</summary>
    public IEnumerable<string> Parameters => Braces().Matches(Path).Select(match => match.Groups["name"].Value);

    /// <summary>Every described HTTP function of an assembly, by path and method.</summary>
    public static IReadOnlyList<ApiRoute> Find(Assembly assembly) =>
    [
        .. (from type in assembly.GetExportedTypes()
            from method in type.GetMethods()
            let operation = method.GetCustomAttribute<ApiOperationAttribute>()
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where operation is not null && function is not null
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is not null
            from verb in trigger.Methods ?? []
            select new ApiRoute(function.Name, verb.ToLowerInvariant(), Prefix + trigger.Route, operation))
            .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
