using System.Reflection;
using BundleFunctions.Hosting;
using BundleFunctions.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>Calls any HTTP function by its route, composed as every host composes it, on a shop's stores.</summary>
internal static class FunctionCaller
{
    private const string Prefix = "/api/";

    /// <param name="shop">Whose stores.</param>
    /// <param name="route">Method and path with braces, such as <c>GET /api/v1/{shop}/bundles</c>.</param>
    /// <param name="request">The request.</param>
    /// <param name="values">What stands in the braces, in their order.</param>
    /// <param name="settings">Settings beside the pseudonyms' key.</param>
    public static async Task<IResult> CallAsync(
        Shop shop, string route, HttpRequest request, string[] values, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var method = Find(route);
        var trigger = method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!;
        var names = trigger.Route!.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}', '*')).ToList();
        var arguments = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(HttpRequest) ? request
            : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
            : (object)values[names.IndexOf(parameter.Name!)]);
        var function = ActivatorUtilities.CreateInstance(ServicesOf(shop, settings), method.DeclaringType!);
        return await (Task<IResult>)method.Invoke(function, [.. arguments])!;
    }

    private static MethodInfo Find(string route) =>
        (from type in typeof(Health).Assembly.GetTypes()
         from method in type.GetMethods()
         from parameter in method.GetParameters()
         let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
         where trigger is not null && trigger.Methods!.Any(verb => $"{verb.ToUpperInvariant()} {Prefix}{trigger.Route}" == route)
         select method).Single();

    private static ServiceProvider ServicesOf(Shop shop, IReadOnlyDictionary<string, string?>? more)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Pseudonyms:Key", Convert.ToBase64String(new byte[32]))])
            .AddInMemoryCollection(more ?? new Dictionary<string, string?>(StringComparer.Ordinal)).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBundleFunctions(settings);
        services.AddSingleton<IBlobStore>(shop.Blobs);
        services.AddSingleton(shop.Documents);
        return services.BuildServiceProvider();
    }
}
