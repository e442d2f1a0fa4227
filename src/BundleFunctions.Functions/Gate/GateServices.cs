using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Functions.Gate;

/// <summary>What the HTTP functions need besides the rooms.</summary>
public static class GateServices
{
    /// <summary>Registers the gate that every request below <c>/v1/{shop}</c> passes.</summary>
    public static IServiceCollection AddRequestGate(this IServiceCollection services) => services.AddSingleton<RequestGate>();
}
